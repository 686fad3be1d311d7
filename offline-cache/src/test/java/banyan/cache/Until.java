package banyan.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that another thread brings about. */
final class Until {
    private Until() {}

    /** Something that can be looked at. */
    interface Condition {
        boolean holds() throws IOException;
    }

    static void holds(Condition condition) throws IOException {
        holds(Given.SOON, condition);
    }

    static void holds(Duration limit, Condition condition) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come about in time");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** The same for what throws nothing. */
    static void quietly(java.util.function.BooleanSupplier condition) {
        try {
            holds(condition::getAsBoolean);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
