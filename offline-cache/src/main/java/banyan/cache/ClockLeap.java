package banyan.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Notices that the clock on the wall has gone further than the machine has run: it slept, or its time was set right. What was
 * waited for before that says nothing any more. Not safe for several threads by itself.
 */
final class ClockLeap {
    private static final Duration MOST = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant seen;
    private long ran = System.nanoTime();

    ClockLeap(InstantSource clock) {
        this.clock = clock;
        this.seen = clock.instant();
    }

    /** Whether it leapt forward since it was last asked. */
    boolean since() {
        Instant now = clock.instant();
        long run = System.nanoTime();
        Duration further = Duration.between(seen, now).minusNanos(run - ran);
        seen = now;
        ran = run;
        return further.compareTo(MOST) > 0;
    }
}
