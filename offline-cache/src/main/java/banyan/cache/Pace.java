package banyan.cache;

import java.time.Duration;

/**
 * When to try again: after each failure some time up to a bound that doubles, with full jitter so that a thousand terminals do not
 * come back together. Measured on the monotonic clock. Not safe for several threads by itself.
 */
final class Pace {
    private static final Duration LONGEST_HOLD = Duration.ofHours(1);

    private final Duration first;
    private final Duration longest;
    private int failures;
    private long notBefore;
    private boolean held;

    Pace(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.notBefore = System.nanoTime();
    }

    void failed() {
        failed(longest);
    }

    /** The same where a lower bound does. */
    void failed(Duration most) {
        long doubled = first.toNanos() << Math.min(failures, 20);
        failures++;
        held = false;
        notBefore = System.nanoTime() + some(Math.clamp(doubled, 1, Math.min(most.toNanos(), longest.toNanos())));
    }

    /**
     * The centre has named the time itself: nobody comes sooner, not even for a citizen who waits; and not all at the end of it, where
     * it has named the same to all.
     */
    void hold(Duration time) {
        long least = Math.min(time.toNanos(), LONGEST_HOLD.toNanos());
        failures++;
        held = true;
        notBefore = System.nanoTime() + least + some(least);
    }

    void succeeded() {
        failures = 0;
        held = false;
        notBefore = System.nanoTime();
    }

    /** Forgets a wait of our own making, not one the centre asked for. */
    void hurry() {
        if (!held) {
            notBefore = System.nanoTime();
        }
    }

    boolean held() {
        return held && nanosLeft() > 0;
    }

    /** In a row. */
    int failures() {
        return failures;
    }

    long nanosLeft() {
        return Math.max(0, notBefore - System.nanoTime());
    }

    /** Any part of it, each as likely as another. */
    static long some(long nanos) {
        return (long) (Randomness.below(1 << 20) / (double) (1 << 20) * nanos);
    }
}
