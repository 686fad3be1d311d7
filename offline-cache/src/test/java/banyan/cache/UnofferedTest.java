package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnofferedTest {
    private static final String UNKNOWN = "ITEM-UNKNOWN";

    private final Pending entry = new Pending(
            1,
            Optional.empty(),
            Sealed.What.SUBMISSION,
            "6b1f9c1e-6a8f-4a63-9d1c-3f0b7e1c2d3a",
            "0137-8K42",
            1,
            Given.NOON.getEpochSecond() / 3600,
            Pending.State.SENT,
            Pending.NO_CODE,
            Sha256.of(new byte[0]),
            List.of());
    private final AtomicReference<Instant> now = new AtomicReference<>(entry.hourStart());
    private final Unoffered unoffered = new Unoffered(now::get);

    private boolean after(Duration time, String code) {
        now.set(now.get().plus(time));
        return unoffered.forGood(entry, code);
    }

    @Test
    void daysAreWaitedForAnItemThatTheCentreHasNotYet() {
        assertFalse(after(Duration.ZERO, UNKNOWN));
        assertFalse(after(Unoffered.KEPT.minusSeconds(1), UNKNOWN));
        assertTrue(after(Duration.ofSeconds(1), UNKNOWN));
    }

    @Test
    void afterALongCutTheCentreHasAnHourToFindIt() {
        assertFalse(after(Unoffered.KEPT.multipliedBy(2), "ITEM-VERSION-UNKNOWN"));
        assertFalse(after(Unoffered.SAID.minusSeconds(1), "ITEM-VERSION-UNKNOWN"));
        assertTrue(after(Duration.ofSeconds(1), "ITEM-VERSION-UNKNOWN"));
    }

    @Test
    void whatElseIsSaidBeginsItAnew() {
        assertFalse(after(Unoffered.KEPT.multipliedBy(2), UNKNOWN));
        assertFalse(after(Unoffered.SAID, "STORE-FULL"));
        assertFalse(after(Duration.ZERO, UNKNOWN));
    }
}
