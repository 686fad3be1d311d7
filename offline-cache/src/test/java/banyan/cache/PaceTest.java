package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Pace pace = new Pace(FIRST, LONGEST);

    private double hoursLeft() {
        return pace.nanosLeft() / (double) Duration.ofHours(1).toNanos();
    }

    @Test
    void itBeginsAtOnce() {
        assertEquals(0, pace.nanosLeft());
    }

    @Test
    void itWaitsLongerAfterEachFailureUpToTheLongest() {
        for (double most : new double[] {1, 2, 4, 4, 4}) {
            pace.failed();
            assertTrue(hoursLeft() <= most && hoursLeft() >= most / 2 - 0.01, hoursLeft() + " of " + most);
        }
    }

    @Test
    void afterManyFailuresItStillWaitsTheLongest() {
        for (int failure = 0; failure < 100; failure++) {
            pace.failed();
        }
        assertTrue(hoursLeft() > 1.9 && hoursLeft() <= 4);
    }

    @Test
    void twoTerminalsDoNotComeBackTogether() {
        Pace other = new Pace(FIRST, LONGEST);
        pace.failed();
        other.failed();
        // The chance that two waits of an hour fall into the same millisecond is less than one in a million.
        assertNotEquals(pace.nanosLeft() / 1_000_000, other.nanosLeft() / 1_000_000);
    }

    @Test
    void successForgetsTheFailures() {
        pace.failed();
        pace.succeeded();
        assertEquals(0, pace.nanosLeft());
        pace.failed();
        assertTrue(hoursLeft() <= 1);
    }

    @Test
    void hurryEndsAWaitOfOurOwnButNotTheCentres() {
        pace.failed();
        pace.hurry();
        assertEquals(0, pace.nanosLeft());
        pace.hold(Duration.ofMinutes(30));
        pace.hurry();
        assertTrue(pace.held());
        assertTrue(hoursLeft() > 0.49);
    }

    @Test
    void aHoldIsNeverLongerThanAnHourAndAQuarter() {
        pace.hold(Duration.ofDays(30));
        assertTrue(hoursLeft() <= 1.25);
    }

    @Test
    void aHoldThatIsOverHoldsNobody() {
        pace.hold(Duration.ZERO);
        assertFalse(pace.held());
    }
}
