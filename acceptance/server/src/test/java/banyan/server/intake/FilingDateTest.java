package banyan.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FilingDateTest {
    private static final Instant ARRIVED = Instant.parse("2026-11-20T12:46:00Z");

    private static FilingDate confirmed(Duration before) {
        return FilingDate.of(ARRIVED.minus(before), ARRIVED);
    }

    @Test
    void itIsTheDayOfTheSealingHoweverLateItArrives() {
        Duration cutOff = Duration.ofDays(60);
        assertEquals(new FilingDate(ARRIVED.minus(cutOff), false), confirmed(cutOff));
    }

    @Test
    void aClockALittleAheadDatesItWhenItArrived() {
        assertEquals(new FilingDate(ARRIVED, false), confirmed(Duration.ofMinutes(-10)));
    }

    @Test
    void aClockThatCannotBeRightDatesNothing() {
        assertEquals(new FilingDate(ARRIVED, true), confirmed(Duration.ofMinutes(-10).minusMillis(1)));
        assertEquals(new FilingDate(ARRIVED, true), confirmed(Duration.ofDays(60).plusMillis(1)));
        assertEquals(new FilingDate(ARRIVED, true), FilingDate.of(Instant.MAX, ARRIVED));
        assertEquals(new FilingDate(ARRIVED, true), FilingDate.of(Instant.MIN, ARRIVED));
    }

    @Test
    void aDoubtIsSeenFromTheTwoDatesAlone() {
        for (long minutes = -100_000; minutes < 100_000; minutes += 7) {
            Instant said = ARRIVED.minus(Duration.ofMinutes(minutes));
            FilingDate date = FilingDate.of(said, ARRIVED);
            assertEquals(date.doubtful(), FilingDate.doubted(said, date.at()), () -> said.toString());
            assertFalse(date.at().isAfter(ARRIVED));
        }
        assertTrue(FilingDate.doubted(Instant.MIN, ARRIVED));
    }
}
