package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Pace pace = new Pace(FIRST, LONGEST);

    private double hoursLeft() {
        return hoursLeft(pace);
    }

    private static Pace failed(int times) {
        Pace one = new Pace(FIRST, LONGEST);
        for (int failure = 0; failure < times; failure++) {
            one.failed();
        }
        return one;
    }

    private static double hoursLeft(Pace one) {
        return one.nanosLeft() / (double) Duration.ofHours(1).toNanos();
    }

    @Test
    void itBeginsAtOnce() {
        assertEquals(0, pace.nanosLeft());
    }

    @Test
    void itWaitsAnyPartOfABoundThatDoublesUpToTheLongest() {
        int failures = 1;
        for (double most : new double[] {1, 2, 4, 4, 4}) {
            double longest = 0;
            for (int terminal = 0; terminal < 200; terminal++) {
                longest = Math.max(longest, hoursLeft(failed(failures)));
            }
            // Of two hundred anywhere in it the chance that none comes into its last tenth is less than one in a billion.
            assertTrue(longest <= most && longest > most * 0.9, longest + " of " + most);
            failures++;
        }
    }

    @Test
    void afterManyFailuresItStillWaitsNoLongerThanTheLongest() {
        assertTrue(hoursLeft(failed(100)) <= 4);
    }

    /** Of a thousand fifty are due in each twentieth of the time; a hundred, or fifteen, is less likely than one in a million. */
    @Test
    void aThousandTerminalsComeBackSpreadOverTheWholeTime() {
        assertSpread(IntStream.range(0, 1000).mapToDouble(_ -> hoursLeft(failed(2))), 0, 2);
        assertSpread(IntStream.range(0, 1000).mapToDouble(_ -> held()), 0.5, 1);
    }

    private static double held() {
        Pace one = new Pace(FIRST, LONGEST);
        one.hold(Duration.ofMinutes(30));
        return hoursLeft(one);
    }

    private static void assertSpread(DoubleStream hours, double from, double to) {
        int[] parts = new int[20];
        hours.forEach(each -> parts[(int) Math.clamp((each - from) / (to - from) * 20, 0, 19)]++);
        for (int part : parts) {
            assertTrue(part > 15 && part < 100, Arrays.toString(parts));
        }
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
    void aHoldIsNeverLongerThanTwoHours() {
        pace.hold(Duration.ofDays(30));
        assertTrue(hoursLeft() <= 2);
    }

    @Test
    void aHoldThatIsOverHoldsNobody() {
        pace.hold(Duration.ZERO);
        assertFalse(pace.held());
    }
}
