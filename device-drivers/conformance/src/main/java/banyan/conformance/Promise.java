package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/** A clock for one promise; it runs from when it is made. */
final class Promise {
    private final long began = System.nanoTime();
    private final HeldUp heldUp = HeldUp.fromNow();

    void assertKept(Duration limit, String what) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(limit.plus(heldUp.soFar())) <= 0, () -> what + " took " + took.toMillis() + " ms");
    }
}
