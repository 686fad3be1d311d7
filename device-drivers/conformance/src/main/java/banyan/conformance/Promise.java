package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.Supplier;

/** A clock for one promise. */
final class Promise {
    private final long began = System.nanoTime();
    private final HeldUp heldUp = HeldUp.fromNow();

    void assertKept(Duration limit, String what) {
        assertKept(limit, () -> what);
    }

    /** As above, where the words are found only then. */
    void assertKept(Duration limit, Supplier<String> what) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(
                took.compareTo(limit.plus(heldUp.soFar())) <= 0, () -> what.get() + " took " + took.toMillis() + " ms");
    }
}
