package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Journal;
import banyan.cache.Note;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.UpkeepPost.SetAside.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff look at what is set aside and send it again. */
class SetAsideVisitTest {
    private static final Journal.Stuck REQUEST = new Journal.Stuck(
            Optional.empty(), "0137-8K42", Instant.parse("2026-11-19T17:00:00Z"), "SUBMISSION-DIFFERS");
    private static final Journal.Stuck TROUBLE = new Journal.Stuck(
            Optional.of(Note.Kind.TROUBLE), "0137-T7", Instant.parse("2026-11-20T02:00:00Z"), "TROUBLE-DIFFERS");

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.outbox.stuck.addAll(List.of(REQUEST, TROUBLE));
    }

    private StaffPage.SetAside show() {
        assertEquals(2, hall.signIn().waiting().stuck());
        wish(new UpkeepWish.ShowSetAside());
        return page();
    }

    private StaffPage.SetAside page() {
        return hall.page(StaffPage.SetAside.class);
    }

    private void wish(UpkeepWish wish) {
        hall.wish(new Wish.OfStaff(wish));
    }

    @Test
    void theListSaysWhatItIsAndTheDayHere() {
        assertEquals(
                List.of(
                        new StaffPage.SetAside.Row(REQUEST, LocalDate.of(2026, 11, 20)),
                        new StaffPage.SetAside.Row(TROUBLE, LocalDate.of(2026, 11, 20))),
                show().rows());
        assertEquals(Phase.LIST, page().phase());
    }

    @Test
    void oneGoesAgainAndTheOtherStays() {
        show();
        wish(new UpkeepWish.SendAgain(List.of(REQUEST)));
        assertEquals(Phase.SENT, page().phase());
        assertEquals(List.of(TROUBLE), hall.outbox.stuck);
        assertEquals(1, page().rows().size());
        assertTrue(hall.happened(EventKind.ENTRY_SENT_AGAIN));
    }

    @Test
    void allGoAgainAndEachIsRecordedWithWhoDidIt() {
        show();
        wish(new UpkeepWish.SendAgain(List.of(REQUEST, TROUBLE)));
        assertEquals(List.of(), page().rows());
        List<String> recorded = hall.events.stream()
                .filter(event -> event.kind() == EventKind.ENTRY_SENT_AGAIN)
                .map(Object::toString)
                .toList();
        assertEquals(2, recorded.size());
        assertTrue(recorded.getFirst().contains("SUBMISSION-DIFFERS"), recorded.getFirst());
        assertTrue(recorded.getFirst().contains("3302"), recorded.getFirst());
    }

    @Test
    void whatTheJournalCannotNoteIsNotSaidToGo() {
        show();
        hall.outbox.staysStuck = true;
        wish(new UpkeepWish.SendAgain(List.of(REQUEST)));
        assertEquals(Phase.NOT_ALL, page().phase());
        assertEquals(2, page().rows().size());
        assertTrue(!hall.happened(EventKind.ENTRY_SENT_AGAIN));
    }

    @Test
    void theWayBackCountsAnew() {
        show();
        wish(new UpkeepWish.SendAgain(List.of(REQUEST, TROUBLE)));
        hall.wish(new Wish.Back());
        assertEquals(0, hall.page(StaffPage.Maintenance.class).waiting().stuck());
    }
}
