package banyan.driver.ef01;

import banyan.device.Deadline;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.ef01.Packets.Parsed;
import banyan.wire.SerialLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The module at the other end of an open line: asks it something, and takes its answer and its picture out of what arrives. */
final class FingerModule implements AutoCloseable {
    static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "FINGER-SILENT");
    private static final Fault OTHER_SIZE = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "FINGER-PICTURE-SIZE");

    /** Bytes of a packet follow each other; what has arrived before such a gap is not the start of one. */
    private static final Duration GAP = Duration.ofMillis(700);

    /** Between two portions of a picture. */
    private static final Duration NEXT_PORTION = Duration.ofMillis(1500);

    private static final Duration ANSWER = Duration.ofMillis(800);

    private final SerialLine line;
    private final byte[] buffer = new byte[Packets.MAX_PACKET];
    private int count;

    /** Something came since the last answer that is no packet. */
    private boolean noise;

    /** A question was sent and its answer not heard. Answers do not say to what: the next must not be taken for a later one's. */
    private boolean unheard;

    FingerModule(SerialLine line) {
        this.line = line;
    }

    /** An answer: its confirmation code and what follows. */
    record Answer(Confirmation confirmation, byte[] parameters) {
        @Override
        public String toString() {
            return "Answer[" + confirmation + "]";
        }
    }

    /** Sends an instruction and waits for its answer at most that long. Garbage before and in an answer is skipped. */
    Outcome<Answer> ask(Turn turn, Duration atMost, Instruction instruction, int... parameters) {
        if (unheard && instruction != Instruction.READ_PARAMETERS) {
            // Its answer is longer than the others': once it is here, no earlier one is on its way any more.
            Outcome<Answer> last = exchange(turn, ANSWER, Instruction.READ_PARAMETERS);
            if (last instanceof Outcome.Failed<Answer>) {
                return last;
            }
        }
        return exchange(turn, atMost, instruction, parameters);
    }

    private Outcome<Answer> exchange(Turn turn, Duration atMost, Instruction instruction, int... parameters) {
        line.discard();
        forget();
        unheard = true;
        Outcome<Answer> answer =
                line.write(instruction.request(parameters)).then(_ -> answer(turn, instruction, atMost));
        unheard = answer instanceof Outcome.Failed;
        return answer;
    }

    private Outcome<Answer> answer(Turn turn, Instruction instruction, Duration atMost) {
        Deadline limit = Deadline.in(atMost);
        while (true) {
            switch (next(turn, limit)) {
                case Outcome.Done<Parsed>(Parsed.Acknowledge(int from, int to))
                when instruction.answeredBy(to - from) -> {
                    turn.heard();
                    Answer answer = new Answer(
                            new Confirmation(buffer[from] & 0xFF), Arrays.copyOfRange(buffer, from + 1, to));
                    drop(to + 2);
                    return answer.confirmation().notUnderstood()
                            ? Outcome.failed(Confirmation.GARBLED)
                            : Outcome.done(answer);
                }
                // The rest of a picture that nobody wanted to its end, or the answer to an earlier question.
                case Outcome.Done<Parsed>(var other) -> drop(Packets.length(other));
                case Outcome.Failed<Parsed>(var fault) -> {
                    return Outcome.failed(fault);
                }
            }
        }
    }

    /** Takes the picture that follows the answer to {@link Instruction#UPLOAD_IMAGE}, of exactly that many bytes. */
    Outcome<byte[]> picture(Turn turn, int size) {
        byte[] picture = new byte[size];
        int filled = 0;
        while (true) {
            Outcome<Parsed> next = next(turn, Deadline.in(NEXT_PORTION));
            if (next instanceof Outcome.Done<Parsed>(Parsed.Data(int from, int to, boolean last))) {
                turn.heard();
                System.arraycopy(buffer, from, picture, Math.min(filled, size), Math.clamp(size - filled, 0, to - from));
                filled += to - from;
                drop(to + 2);
                if (!last) {
                    continue;
                }
                if (filled == size && !noise) {
                    return Outcome.done(picture);
                }
            } else if (next instanceof Outcome.Done<Parsed>(var other)) {
                noise = true;
                drop(Packets.length(other));
                continue;
            }
            Arrays.fill(picture, (byte) 0);
            Fault whole = noise ? Confirmation.GARBLED : OTHER_SIZE;
            return Outcome.failed(next instanceof Outcome.Failed<Parsed>(var fault) ? fault : whole);
        }
    }

    /** The next whole packet; it stays at the front of the buffer until it is dropped. */
    private Outcome<Parsed> next(Turn turn, Deadline limit) {
        while (true) {
            Parsed parsed = Packets.parse(buffer, count);
            switch (parsed) {
                case Parsed.Acknowledge _, Parsed.Data _ -> {
                    return Outcome.done(parsed);
                }
                case Parsed.Garbage(int skip) -> {
                    noise = true;
                    drop(skip);
                }
                case Parsed.Incomplete _ -> {
                    boolean begun = count > 0 || noise;
                    Duration wait = begun && GAP.compareTo(limit.left()) < 0 ? GAP : limit.left();
                    if (!(line.await(turn, buffer, count, wait) instanceof Outcome.Done<Integer>(var arrived))) {
                        return Outcome.failed(line.lost().or(turn::over).orElse(DeviceThread.CANCELLED));
                    }
                    if (arrived == 0 && count > 0) {
                        noise = true;
                        drop(1);
                    } else if (arrived == 0) {
                        return Outcome.failed(noise ? Confirmation.GARBLED : SILENT);
                    }
                    count += arrived;
                }
            }
        }
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

    /** Overwrites what is held of the last packet. */
    void forget() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
        noise = false;
    }

    @Override
    public void close() {
        forget();
        line.close();
    }
}
