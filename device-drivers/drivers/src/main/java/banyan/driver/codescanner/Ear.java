package banyan.driver.codescanner;

import banyan.device.CodeScanner.Code;
import banyan.device.CodeScanner.CodeListener;
import banyan.device.CodeScanner.Listening;
import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** Who listens for codes, until it is ended by them or by a fault. */
final class Ear implements Listening {
    /** A code that is held before the scanner is read again and again. */
    static final Duration STILL_HELD = Duration.ofMillis(1500);

    private final CodeListener listener;
    private volatile boolean ended;

    /** The mark of the last code, not the code: what it said is not kept. */
    private byte[] lastMark = new byte[0];

    private Deadline held = Deadline.in(Duration.ZERO);

    Ear(CodeListener listener) {
        this.listener = listener;
    }

    boolean ended() {
        return ended;
    }

    /** Tells a code, or its refusal; a code that is still held before the scanner is told once. */
    synchronized void scanned(Outcome<Code> scanned) {
        switch (scanned) {
            case Outcome.Done<Code>(var code) -> {
                byte[] mark = mark(code);
                boolean again = MessageDigest.isEqual(mark, lastMark) && !held.passed();
                lastMark = mark;
                held = Deadline.in(STILL_HELD);
                if (!again && !ended) {
                    DeviceThread.tell(() -> listener.code(code));
                }
            }
            case Outcome.Failed<Code>(var fault) -> {
                if (!ended) {
                    DeviceThread.tell(() -> listener.refused(fault));
                }
            }
        }
    }

    private static byte[] mark(Code code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.text().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    void stop(Fault fault) {
        if (!ended) {
            ended = true;
            DeviceThread.tell(() -> listener.stopped(fault));
        }
    }

    /** From any thread, and under the same lock as a code: whoever has ended the listening has heard its last code. */
    @Override
    public synchronized void close() {
        ended = true;
    }
}
