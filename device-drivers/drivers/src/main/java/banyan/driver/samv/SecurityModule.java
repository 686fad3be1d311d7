package banyan.driver.samv;

import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.samv.Frames.Parsed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The security module at the other end of an open line: asks it something, and takes its answer out of what arrives. */
final class SecurityModule implements AutoCloseable {
    static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "READER-SILENT");
    static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RETRY, "READER-GARBLED");

    /** Bytes of an answer follow each other; what has arrived before such a gap is not the start of a frame. */
    private static final Duration GAP = Duration.ofMillis(250);

    private final ModuleLine line;
    private final byte[] buffer = new byte[Frames.MAX_FRAME];
    private int count;

    SecurityModule(ModuleLine line) {
        this.line = line;
    }

    /** An answer; its data are {@code bytes[from, to)} and last until {@link #forget} or the next {@link #ask}. */
    record Answer(Status status, byte[] bytes, int from, int to) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** Sends a request and waits for its answer at most that long. Garbage before and in an answer is skipped. */
    Outcome<Answer> ask(Turn turn, Commands command, Duration atMost) {
        // A late answer to an earlier request must not be taken for the answer to this one.
        line.discard(turn);
        forget();
        return line.write(turn, command.request()).then(_ -> answer(turn, command, atMost));
    }

    /** Waits for the answer to a request whose turn ended before it was heard. To be called before anything else is asked. */
    Outcome<Answer> lateAnswer(Turn turn, Commands command, Duration atMost) {
        return answer(turn, command, atMost);
    }

    private Outcome<Answer> answer(Turn turn, Commands command, Duration atMost) {
        Deadline limit = Deadline.in(atMost);
        boolean noise = false;
        while (true) {
            switch (Frames.parse(buffer, count)) {
                case Parsed.Complete(var status, int from, int to) -> {
                    turn.heard();
                    if (!command.answeredBy(status, to - from)) {
                        drop(to + 1);
                        continue;
                    }
                    // The module says that our request did not reach it whole.
                    return status.notUnderstood()
                            ? Outcome.failed(GARBLED)
                            : Outcome.done(new Answer(status, buffer, from, to));
                }
                case Parsed.Garbage(int skip) -> {
                    noise = true;
                    drop(skip);
                }
                case Parsed.Incomplete _ -> {
                    boolean begun = count > 0 || noise;
                    Duration wait = begun && GAP.compareTo(limit.left()) < 0 ? GAP : limit.left();
                    if (!(line.await(turn, buffer, count, wait) instanceof Outcome.Done<Integer>(var arrived))) {
                        return Outcome.failed(stopped(turn));
                    }
                    if (arrived == 0 && count > 0) {
                        noise = true;
                        drop(1);
                    } else if (arrived == 0) {
                        return Outcome.failed(noise ? GARBLED : SILENT);
                    }
                    count += arrived;
                }
            }
        }
    }

    private Fault stopped(Turn turn) {
        return line.lost().or(turn::over).orElse(DeviceThread.CANCELLED);
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        Arrays.fill(buffer, count - bytes, count, (byte) 0);
        count -= bytes;
    }

    /** Whether the line's other end went away: then its fault. */
    Optional<Fault> lost() {
        return line.lost();
    }

    /** Overwrites what is held of the last answer. */
    void forget() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
    }

    @Override
    public void close() {
        forget();
        line.close();
    }
}
