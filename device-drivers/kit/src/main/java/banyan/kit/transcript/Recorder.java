package banyan.kit.transcript;

import banyan.conformance.Tap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Records what passes over a relay, for a trace from a site. Nothing is written before a question and all of its answer are known, and
 * what is written is masked; what was heard is overwritten.
 */
public final class Recorder implements Tap {
    private final String model;
    private final Mask mask;
    private final long began = System.nanoTime();
    private final List<Transcript.Line> lines = new ArrayList<>();
    private final Heard answer = new Heard();
    private byte[] question = new byte[0];
    private long answered;

    /** A recorder for a driver of this model, with its mask. */
    public Recorder(String model, Mask mask) {
        this.model = model;
        this.mask = mask;
    }

    /** Bytes that can be overwritten. */
    private static final class Heard extends ByteArrayOutputStream {
        void forget() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }

    private long now() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public synchronized void passed(Direction direction, byte[] bytes) {
        switch (direction) {
            case TO_DEVICE -> {
                settle();
                question = bytes.clone();
                lines.add(new Transcript.Line(Direction.TO_DEVICE, now(), question));
            }
            case TO_DRIVER -> {
                answered = answer.size() == 0 ? now() : answered;
                answer.writeBytes(bytes);
            }
        }
    }

    private void settle() {
        if (answer.size() > 0) {
            byte[] heard = answer.toByteArray();
            lines.add(new Transcript.Line(Direction.TO_DRIVER, answered, mask.masked(question, heard)));
            Arrays.fill(heard, (byte) 0);
            answer.forget();
        }
    }

    /** What was recorded so far. */
    public synchronized Transcript transcript() {
        settle();
        TreeMap<String, String> about = new TreeMap<>();
        about.put("model", model);
        return new Transcript(about, lines);
    }
}
