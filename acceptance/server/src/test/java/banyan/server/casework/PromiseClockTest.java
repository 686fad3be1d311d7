package banyan.server.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.WorkingDays;
import banyan.item.catalogue.Calendars;
import banyan.item.catalogue.Calendars.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How promised days are counted, by the calendar of the catalogue: the State Council's arrangement for 2026. */
class PromiseClockTest {
    private static final WorkingDays CALENDAR = calendar();
    private static final Instant SOME_TIME = Instant.parse("2026-09-18T02:00:00Z");

    private static WorkingDays calendar() {
        try {
            Path file = Path.of("../../service-items/catalogue/shared/calendar.yaml");
            return switch (Calendars.read(Files.readAllBytes(file))) {
                case Read.Days(var days) -> days;
                case Read.Wrong(var mistakes) -> throw new AssertionError(mistakes);
            };
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Optional<LocalDate> due(int days, String from) {
        return PromiseClock.running(days, day(from), CALENDAR).due();
    }

    @Test
    void aSundayThatIsWorkedForAHolidayCounts() {
        // 2026-09-20 is a Sunday worked for the National Day holiday.
        assertEquals(Optional.of(day("2026-09-20")), due(1, "2026-09-18"));
        assertEquals(Optional.of(day("2026-09-21")), due(2, "2026-09-18"));
    }

    @Test
    void aHolidayCountsNotAndASaturdayWorkedForItDoes() {
        // 1 to 7 October off; Saturday the 10th worked.
        assertEquals(Optional.of(day("2026-10-10")), due(3, "2026-09-30"));
        assertEquals(Optional.of(day("2026-10-12")), due(4, "2026-09-30"));
    }

    @Test
    void theDayOfFilingIsNotCounted() {
        assertEquals(Optional.of(day("2026-11-27")), due(5, "2026-11-20"));
    }

    @Test
    void beyondTheEndOfTheCalendarThereIsNoDay() {
        assertEquals(Optional.of(day("2026-12-31")), due(3, "2026-12-28"));
        assertEquals(Optional.empty(), due(4, "2026-12-28"));
    }

    @Test
    void aNewerCalendarGivesTheDayThatNobodyKnew() {
        WorkingDays newer = new WorkingDays(Set.of(2026, 2027), CALENDAR.off(), Set.of(day("2027-01-02")));
        PromiseClock unknown = PromiseClock.running(5, day("2026-12-28"), CALENDAR);
        assertEquals(Optional.of(day("2027-01-02")), unknown.by(newer).due());
    }

    @Test
    void daysOnWhichTheCitizenIsAskedDoNotCount() {
        PromiseClock five = PromiseClock.running(5, day("2026-11-20"), CALENDAR);
        // Asked on the third working day: two are left.
        PromiseClock standing = five.stopped(SOME_TIME, day("2026-11-25"), CALENDAR);
        assertEquals(Optional.empty(), standing.due());
        assertEquals(Optional.of(2), standing.left());
        PromiseClock going = standing.going(day("2026-12-04"), CALENDAR);
        assertEquals(Optional.of(day("2026-12-08")), going.due());
        assertEquals(Optional.empty(), going.stopped());
    }

    @Test
    void whatIsOverdueWhenTheCitizenIsAskedIsDueTheDayOfTheAnswer() {
        PromiseClock late = PromiseClock.running(1, day("2026-11-20"), CALENDAR).stopped(SOME_TIME, day("2026-11-30"), CALENDAR);
        assertEquals(Optional.of(0), late.left());
        assertEquals(Optional.of(day("2026-12-02")), late.going(day("2026-12-02"), CALENDAR).due());
    }

    @Test
    void aCaseOfBeforeKeepsTheDayItWasPromised() {
        PromiseClock old = new PromiseClock(Optional.empty(), day("2026-11-20"), Optional.of(day("2026-11-27")), Optional.empty());
        assertEquals(old, old.by(CALENDAR));
        assertEquals(Optional.of(2), old.stopped(SOME_TIME, day("2026-11-25"), CALENDAR).left());
    }
}
