package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.Page.Attract.Closed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal senses of itself, and what a visit makes of it. */
class HousingVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void sense(Sense sense, Reading reading) {
        hall.visit().sensed(sense, reading);
        hall.settle();
    }

    private Closed closed() {
        return hall.page(Page.Attract.class).closed();
    }

    @Test
    void anOpenedHousingBlanksTheScreenAtOnceAndWipesTheVisit() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.visit().sensed(Sense.DOOR, Reading.YES);
        // One turn of the visit's thread: whatever is done elsewhere has not been done yet.
        hall.visit().work();
        assertEquals(Closed.HOUSING, closed());
        assertEquals(Optional.empty(), hall.shown.strip().name());
        assertEquals(Optional.empty(), hall.shown.sheet());
        hall.settle();
        assertEquals(Closed.HOUSING, closed());
        assertTrue(hall.happened(EventKind.HOUSING_OPENED) && hall.happened(EventKind.WIPED));
        assertTrue(hall.reader.forgotten > 0);
    }

    @Test
    void nobodyBeginsWhileTheHousingIsOpen() {
        sense(Sense.TAMPER, Reading.YES);
        hall.wish(new Wish.Start());
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(5));
        assertEquals(Closed.HOUSING, closed());
        assertEquals(0, hall.reader.reads);
        assertFalse(hall.happened(EventKind.VISIT_BEGAN));
    }

    @Test
    void whenItIsClosedAgainVisitsBegin() {
        sense(Sense.DOOR, Reading.YES);
        sense(Sense.DOOR, Reading.UNKNOWN);
        assertEquals(Closed.HOUSING, closed());
        sense(Sense.DOOR, Reading.NO);
        assertEquals(Closed.NO, closed());
        assertTrue(hall.happened(EventKind.HOUSING_CLOSED));
        hall.identify();
        hall.page(Page.Home.class);
    }

    @Test
    void withALowBatteryAVisitGoesOnAndNoOtherBegins() {
        hall.identify();
        sense(Sense.ON_BATTERY, Reading.YES);
        sense(Sense.BATTERY_LOW, Reading.YES);
        hall.page(Page.Home.class);
        hall.wish(new Wish.End());
        hall.pass(Duration.ofSeconds(10));
        assertEquals(Closed.POWER, closed());
        hall.wish(new Wish.Start());
        assertEquals(Closed.POWER, closed());
        sense(Sense.ON_BATTERY, Reading.NO);
        assertEquals(Closed.NO, closed());
    }

    @Test
    void theCallButtonAsksForHelp() {
        hall.identify();
        sense(Sense.CALL_BUTTON, Reading.YES);
        assertTrue(hall.shown.sheet().filter(Sheet.CannotDo.class::isInstance).isPresent());
        assertTrue(hall.happened(EventKind.HELP_ASKED));
    }

    @Test
    void theLampBesideTheReaderGuidesAndIsToldOnce() {
        hall.auxiliaries.lit.clear();
        hall.wish(new Wish.Start(), new Wish.Agree());
        hall.pass(Duration.ofSeconds(3));
        assertEquals(List.of("ID_CARD_READER GUIDE"), hall.auxiliaries.lit);
    }
}
