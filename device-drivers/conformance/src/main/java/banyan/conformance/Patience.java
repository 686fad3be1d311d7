package banyan.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something to become true, and no longer than promised. */
final class Patience {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private Patience() {}

    /** Lets others go on before something is tried again. */
    static void aMoment() {
        LockSupport.parkNanos(10 * STEP);
    }

    /** Waits until it is so; fails with these words where it is not in that time. */
    static void until(Duration atMost, String what, BooleanSupplier so) {
        until(atMost, () -> what, so);
    }

    /** As above, where the words are found only then. */
    static void until(Duration atMost, Supplier<String> what, BooleanSupplier so) {
        long began = System.nanoTime();
        HeldUp heldUp = HeldUp.fromNow();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - began > atMost.plus(heldUp.soFar()).toNanos()) {
                fail("not within " + atMost.toMillis() + " ms: " + what.get());
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
