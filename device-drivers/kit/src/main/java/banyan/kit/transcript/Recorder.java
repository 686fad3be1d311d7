package banyan.kit.transcript;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Records what passes over a relay, for a trace from a site. Nothing is written before a question and all of its answer are known, and
 * what is written is masked; what was heard is overwritten.
 */
public final class Recorder implements Recording {
    /** What comes so much later came by itself, and has a line of its own. */
    private static final long BY_ITSELF_MILLIS = 100;

    private final String model;
    private final Mask mask;
    private final long began = System.nanoTime();
    private final List<Transcript.Line> lines = new ArrayList<>();
    private final Heard answer = new Heard();
    private final List<Piece> pieces = new ArrayList<>();
    private byte[] question = new byte[0];
    private long last;

    /** A recorder for a driver of this model, with its mask. */
    public Recorder(String model, Mask mask) {
        this.model = model;
        this.mask = mask;
    }

    /** From where on, and when, something came. */
    private record Piece(int from, long millis) {}

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
        long now = now();
        switch (direction) {
            case TO_DEVICE -> {
                settle();
                Arrays.fill(question, (byte) 0);
                question = bytes.clone();
                byte[] shown = bytes.clone();
                BitSet hidden = mask.hidden(bytes);
                hidden.stream().forEach(at -> shown[at] = 0);
                lines.add(new Transcript.Line(Direction.TO_DEVICE, now, shown, hidden));
            }
            case TO_DRIVER -> {
                if (answer.size() == 0 || now - last >= BY_ITSELF_MILLIS) {
                    pieces.add(new Piece(answer.size(), now));
                }
                answer.writeBytes(bytes);
            }
        }
        last = now;
    }

    private void settle() {
        if (answer.size() > 0) {
            byte[] heard = answer.toByteArray();
            byte[] masked = mask.masked(question, heard);
            for (int i = 0; i < pieces.size(); i++) {
                int to = i + 1 < pieces.size() ? pieces.get(i + 1).from() : masked.length;
                lines.add(new Transcript.Line(
                        Direction.TO_DRIVER,
                        pieces.get(i).millis(),
                        Arrays.copyOfRange(masked, pieces.get(i).from(), to)));
            }
            Arrays.fill(heard, (byte) 0);
            answer.forget();
            pieces.clear();
        }
    }

    @Override
    public synchronized Transcript transcript() {
        settle();
        // A last question whose answer nobody has heard would be one that is never answered.
        if (!lines.isEmpty() && lines.getLast().direction() == Direction.TO_DEVICE) {
            var _ = lines.removeLast();
        }
        TreeMap<String, String> about = new TreeMap<>();
        about.put("model", model);
        return new Transcript(about, lines);
    }
}
