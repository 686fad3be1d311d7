package banyan.device;

import java.time.Duration;

/**
 * The moment a command must have ended. Measured on the monotonic clock, so a changed wall clock moves nothing.
 *
 * @param nanoTime in the scale of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {
    /** A deadline that much time from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** What is left in whole milliseconds, rounded up, never negative. */
    public long leftMillis() {
        return (left().toNanos() + 999_999) / 1_000_000;
    }

    /** Whether the moment has passed. */
    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
