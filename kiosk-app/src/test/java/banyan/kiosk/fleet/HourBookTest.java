package banyan.kiosk.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a heartbeat says of an hour is what the events of that hour say. */
class HourBookTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:46:00Z"));
    private final HourBook book = new HourBook(now::get, ZoneId.of("Asia/Shanghai"));

    private void happens(EventKind... kinds) {
        for (EventKind kind : kinds) {
            book.accept(Event.of(kind));
        }
    }

    @Test
    void aVisitThatCompletedIsNotAbandonedAndOneThatDidNotIsByThePlaceWhereItEnded() {
        happens(EventKind.VISIT_BEGAN);
        book.accept(Event.of(EventKind.SUBMISSION_KEPT).with(Key.ITEM, new Code("subsidy")));
        happens(EventKind.VISIT_ENDED, EventKind.VISIT_BEGAN);
        book.accept(Event.of(EventKind.VISIT_MOVED).with(Key.PLACE, new Code("SIGNING")));
        happens(EventKind.VISIT_ENDED, EventKind.HELP_ASKED);
        book.accept(Event.of(EventKind.SUBMISSION_REFUSED).with(Key.ITEM, new Code("subsidy")).with(Key.FAULT, new Code("ANSWERS-INVALID")));
        assertEquals(
                List.of(
                        new Usage(DAY, 20, "-", 2, 0, Map.of("SIGNING", 1), Map.of(), 0, 1, Optional.of(List.of())),
                        new Usage(DAY, 20, "subsidy", 0, 1, Map.of(), Map.of("ANSWERS-INVALID", 1), 0, 0, Optional.of(List.of()))),
                book.usage());
    }

    @Test
    void eachHourIsItsOwnAndWhatIsOlderThanYesterdayIsForgotten() {
        happens(EventKind.VISIT_BEGAN);
        now.updateAndGet(was -> was.plus(Duration.ofHours(4)));
        happens(EventKind.VISIT_BEGAN);
        assertEquals(List.of(20, 0), book.usage().stream().map(Usage::hour).toList());
        now.updateAndGet(was -> was.plus(Duration.ofDays(1)));
        assertEquals(List.of(0), book.usage().stream().map(Usage::hour).toList());
    }

    @Test
    void anOpenHousingClosesUntilItIsClosed() {
        assertEquals(Optional.empty(), book.closed());
        happens(EventKind.HOUSING_OPENED);
        assertEquals(Optional.of("HOUSING-OPEN"), book.closed());
        happens(EventKind.HOUSING_CLOSED);
        assertEquals(Optional.empty(), book.closed());
    }

    private void moves(String place, int secondsLater) {
        now.updateAndGet(was -> was.plusSeconds(secondsLater));
        book.accept(Event.of(EventKind.VISIT_MOVED).with(Key.PLACE, new Code(place)));
    }

    @Test
    void aStepTakesAsLongAsCitizensStayAndNobodyStaysWhereNobodyIs() {
        assertTrue(book.idle());
        moves("IDENTIFY", 600);
        assertFalse(book.idle());
        moves("HOME", 12);
        moves("IDENTIFY", 5);
        moves("ATTRACT", 30);
        assertEquals(
                List.of(new StepTime("HOME", 1, 5), new StepTime("IDENTIFY", 2, 42)),
                book.usage().getFirst().steps().orElseThrow());
        assertTrue(book.idle());
    }
}
