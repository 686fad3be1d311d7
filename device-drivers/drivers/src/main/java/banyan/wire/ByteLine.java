package banyan.wire;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;

/**
 * Bytes to one device and back, used by one thread, whatever carries them. Nothing here waits but {@link #await}. Once a line is
 * gone it stays gone: a replugged device is a new line.
 */
public interface ByteLine extends AutoCloseable {
    /** How long to wait before looking for bytes again: about eleven bytes at 115200 baud. */
    Duration STEP = Duration.ofMillis(1);

    /** Whether the device behind the line went away: then its fault. */
    Optional<Fault> lost();

    /** Throws away what has arrived and was not read. */
    void discard();

    /** Hands over {@code bytes[from, to)}, or as much of it as the line takes now: how many bytes, or -1 where the line is gone. */
    int offer(byte[] bytes, int from, int to);

    /** Takes what has arrived, at most until {@code into} is full: how many bytes, or -1 where the line is gone. */
    int read(byte[] into, int at);

    /** As {@link #read}, but waits until something arrives: 0 if nothing did in that time. */
    default Outcome<Integer> await(Turn turn, byte[] into, int at, Duration atMost) {
        Deadline limit = Deadline.in(atMost);
        while (true) {
            // Before anything is taken from the line: what a turn that is over does not want, the next one may still need.
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return Outcome.failed(over.get());
            }
            int count = read(into, at);
            if (count < 0) {
                return Outcome.failed(lost().orElseThrow());
            }
            if (count > 0 || limit.passed()) {
                return Outcome.done(count);
            }
            turn.pause(STEP);
        }
    }

    @Override
    void close();
}
