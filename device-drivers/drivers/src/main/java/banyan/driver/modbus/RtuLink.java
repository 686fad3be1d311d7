package banyan.driver.modbus;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.modbus.Frames.Expected;
import banyan.driver.modbus.Frames.Parsed;
import banyan.wire.SerialLine;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Modbus RTU on a serial line. */
final class RtuLink implements Link {
    /** Beyond the time that question and answer take on the line. */
    private static final Duration THINKING = Duration.ofMillis(400);

    /** Start bit, eight bits, and a stop bit. */
    private static final double BITS_PER_BYTE = 10;

    /** Frames are told apart by a pause of three and a half bytes, and of 1.75 ms where that would be shorter. */
    private static final double BETWEEN_FRAMES = 3.5;

    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(1_750_000);

    private final SerialLine line;
    private final Faults faults;
    private final double nanosPerByte;
    private final byte[] buffer = new byte[Frames.LONGEST];
    private Deadline free = Deadline.in(Duration.ZERO);

    RtuLink(SerialLine line, int baud, Faults faults) {
        this.line = line;
        this.faults = faults;
        this.nanosPerByte = BITS_PER_BYTE / baud * 1e9;
    }

    @Override
    public Outcome<byte[]> exchange(Turn turn, ModbusRequest request, Expected expected) {
        turn.pause(free.left());
        line.discard();
        byte[] frame = Frames.frame(request);
        Duration travel = onTheLine(frame.length + expected.length());
        Outcome<byte[]> answer = line.write(frame).then(_ -> {
            // Looking for bytes that cannot be there yet would only cost.
            turn.pause(travel);
            return receive(turn, expected);
        });
        Arrays.fill(buffer, (byte) 0);
        Duration pause = onTheLine(BETWEEN_FRAMES);
        free = Deadline.in(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE);
        return answer;
    }

    private Outcome<byte[]> receive(Turn turn, Expected expected) {
        Deadline limit = Deadline.in(THINKING.plus(onTheLine(expected.length())));
        int count = 0;
        boolean heard = false;
        while (true) {
            switch (Frames.parse(buffer, count, expected)) {
                case Parsed.Complete(int length) -> {
                    turn.heard();
                    return Outcome.done(Arrays.copyOf(buffer, length));
                }
                case Parsed.Garbage() -> {
                    count--;
                    System.arraycopy(buffer, 1, buffer, 0, count);
                }
                case Parsed.Incomplete(int _) -> {
                    if (limit.passed()) {
                        return Outcome.failed(heard ? faults.garbled() : faults.silent());
                    }
                    switch (line.await(turn, buffer, count, limit.left())) {
                        case Outcome.Done<Integer>(var arrived) -> {
                            count += arrived;
                            heard = heard || arrived > 0;
                        }
                        case Outcome.Failed<Integer>(var fault) -> {
                            return Outcome.failed(fault);
                        }
                    }
                }
            }
        }
    }

    private Duration onTheLine(double bytes) {
        return Duration.ofNanos(Math.round(bytes * nanosPerByte));
    }

    @Override
    public Optional<Fault> lost() {
        return line.lost();
    }

    @Override
    public void close() {
        line.close();
    }
}
