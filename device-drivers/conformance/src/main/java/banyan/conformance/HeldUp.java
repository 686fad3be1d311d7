package banyan.conformance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the machine kept this process from running. A contract's deadlines are the driver's: time that a busy machine gave to
 * others is not held against it. On a machine with something to spare this is next to nothing.
 */
final class HeldUp {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    /** So much later than asked a thread may wake up without anything being wrong. */
    private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(10);

    /** Two threads have to be run, one after the other, for an answer to be seen. */
    private static final int BOTH_ENDS = 2;

    private static final AtomicLong WITHHELD = new AtomicLong();

    static {
        Thread.ofPlatform().name("held-up").daemon(true).start(HeldUp::watch);
    }

    private final long before = WITHHELD.get();

    private HeldUp() {}

    /** Begins to count. */
    static HeldUp fromNow() {
        return new HeldUp();
    }

    /** How long since then. */
    Duration soFar() {
        return Duration.ofNanos(BOTH_ENDS * (WITHHELD.get() - before));
    }

    private static void watch() {
        while (true) {
            long asleep = System.nanoTime();
            LockSupport.parkNanos(STEP);
            long late = System.nanoTime() - asleep - STEP;
            if (late > USUAL) {
                WITHHELD.addAndGet(late);
            }
        }
    }
}
