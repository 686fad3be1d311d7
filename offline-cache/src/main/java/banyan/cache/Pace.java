package banyan.cache;

import java.time.Duration;

/**
 * When to try again: twice as long after each failure up to a longest, with jitter so that a thousand terminals do not come back
 * together. Measured on the monotonic clock. Not safe for several threads by itself.
 */
final class Pace {
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
        long doubled = first.toNanos() << Math.min(failures, 20);
        long most = Math.clamp(doubled, 1, longest.toNanos());
        failures++;
        held = false;
        notBefore =
                System.nanoTime() + most / 2 + (long) (Randomness.below(1 << 20) / (double) (1 << 20) * (most / 2.0));
    }

    /** The centre has named the time itself: nobody comes sooner, not even for a citizen who waits. */
    void hold(Duration time) {
        long most = Math.min(time.toNanos(), Duration.ofHours(1).toNanos());
        failures++;
        held = true;
        notBefore = System.nanoTime() + most + (long) (Randomness.below(1 << 20) / (double) (1 << 20) * (most / 4.0));
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

    long nanosLeft() {
        return Math.max(0, notBefore - System.nanoTime());
    }
}
