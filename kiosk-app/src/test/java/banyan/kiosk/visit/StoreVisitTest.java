package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.ChainState;
import banyan.cache.Journal;
import banyan.cache.Room;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.upkeep.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the terminal: full, broken, well again; and the nights in which it is looked over. */
class StoreVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    @Test
    void theHallIsOpenAgainWithinTenSecondsOfTheDisksReturn() {
        hall.outbox.room = new Room.Broken("JOURNAL-WRITE-FAILED");
        hall.pass(Duration.ofMinutes(1));
        assertFalse(hall.page(Page.Attract.class).accepting());
        hall.outbox.room = new Room.Enough();
        hall.pass(Duration.ofSeconds(6));
        assertTrue(hall.page(Page.Attract.class).accepting());
    }

    @Test
    void aDiskThatCanOnlyBeReadIsNoticedBeforeAnybodyIsIdentified() {
        hall.outbox.room = new Room.Broken("JOURNAL-WRITE-FAILED");
        hall.wish(new Wish.Start());
        assertEquals(
                PaperPage.TroubleKind.STORE_BROKEN, hall.page(PaperPage.Trouble.class).kind());
        assertEquals(0, hall.reader.reads);
    }

    @Test
    void theJournalIsExaminedOnceInANight() {
        hall.outbox.examination = Optional.of(new Journal.Examination(true, 3, 0, Optional.of(ChainState.WHOLE)));
        night();
        assertEquals(1, hall.outbox.examinations);
        assertEquals(List.of("3"), counts(EventKind.JOURNAL_EXAMINED));
        assertFalse(hall.happened(EventKind.JOURNAL_TROUBLE));
        assertFalse(hall.happened(EventKind.ENTRY_DAMAGED));
        assertFalse(hall.happened(EventKind.JOURNAL_CHAIN_BROKEN));
        hall.clock.forward(Duration.ofMinutes(24 * 60 - 2));
        hall.pass(Duration.ofMinutes(3));
        assertEquals(2, hall.outbox.examinations);
    }

    @Test
    void whatTheNightHasFoundIsTold() {
        hall.outbox.examination = Optional.of(new Journal.Examination(false, 3, 1, Optional.empty()));
        night();
        assertTrue(hall.happened(EventKind.JOURNAL_TROUBLE));
        assertEquals(List.of("1"), counts(EventKind.ENTRY_DAMAGED));
    }

    @Test
    void rowsThatSomebodyHasTakenOutAreTold() {
        hall.outbox.examination = Optional.of(new Journal.Examination(true, 3, 0, Optional.of(new ChainState(false, 2, false))));
        night();
        assertEquals(List.of("2"), counts(EventKind.JOURNAL_CHAIN_BROKEN));
    }

    @Test
    void aJournalThatCannotSayIsTold() {
        hall.outbox.examination = Optional.empty();
        night();
        assertTrue(hall.happened(EventKind.JOURNAL_TROUBLE));
        assertFalse(hall.happened(EventKind.JOURNAL_EXAMINED));
    }

    /** From 20:41 to the first minutes after three. */
    private void night() {
        hall.clock.forward(Duration.ofMinutes(6 * 60 + 18));
        hall.pass(Duration.ofMinutes(4));
    }

    @Test
    void aJournalThatLiesAsideIsToldOnceAndStaysAJobForStaff() {
        hall.outbox.salvaged = 1;
        hall.pass(Duration.ofMinutes(3));
        assertEquals(List.of("1"), counts(EventKind.JOURNAL_SALVAGED));
        hall.wish(staff(new UpkeepWish.Open()));
        hall.reader.put(FakeReader.LI);
        hall.pass(Duration.ofSeconds(1));
        for (int digits = 1; digits <= Hall.PIN.length(); digits++) {
            hall.wish(staff(new UpkeepWish.Pin(Hall.PIN.substring(0, digits))));
        }
        hall.wish(staff(new UpkeepWish.Enter()));
        Part disk = hall.page(StaffPage.Maintenance.class).readiness().parts().stream()
                .filter(part -> part.is(Part.Own.DISK))
                .findFirst()
                .orElseThrow();
        assertEquals(Part.Standing.ATTENTION, disk.standing());
        assertEquals(Optional.of("JOURNAL-SALVAGED"), disk.code());
    }

    private static Wish staff(UpkeepWish wish) {
        return new Wish.OfStaff(wish);
    }

    private List<String> counts(EventKind kind) {
        return hall.events.stream()
                .filter(event -> event.kind() == kind)
                .map(event -> event.values().getOrDefault(Key.COUNT, ""))
                .toList();
    }
}
