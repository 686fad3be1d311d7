package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.KeepingPage.Later;
import banyan.kiosk.visit.KeepingPage.Later.Phase;
import banyan.kiosk.visit.KeepingPage.Later.Way;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unfinished form under a code that its citizen takes away on paper. */
class PaperDraftVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, true);
    }

    private void leave() {
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY), new Wish.Begin());
        hall.wish(new Wish.End(), new Wish.Later());
    }

    private Later onPaper() {
        hall.wish(new Wish.LaterBy(Way.PAPER), new Wish.KeepDraft());
        return hall.page(Later.class);
    }

    private List<Note.Kind> notes() {
        return hall.outbox.notes.stream().map(Note::kind).toList();
    }

    @Test
    void nothingIsKeptBeforeTheCitizenAgrees() {
        leave();
        hall.wish(new Wish.LaterBy(Way.PAPER));
        assertEquals(Phase.ASKING, hall.page(Later.class).phase());
        assertEquals(List.of(), notes());
        assertEquals(0, hall.roll.receipts.size());
    }

    @Test
    void whatIsKeptIsSealedAndItsCodeStandsOnThePaperAlone() {
        leave();
        assertEquals(Phase.KEPT, onPaper().phase());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT), notes());
        assertEquals(1, hall.roll.receipts.size());
        String sent = new String(hall.outbox.notes.getFirst().body(), StandardCharsets.UTF_8);
        assertFalse(sent.contains("13805912671") || sent.contains("answers"));
        assertTrue(hall.happened(EventKind.DRAFT_ON_PAPER));
        assertTrue(hall.centre.account.isEmpty());
        hall.wish(new Wish.End());
        hall.page(Page.Ended.class);
        assertEquals(List.of(Note.Kind.PAPER_DRAFT), notes());
    }

    @Test
    void whereThePaperIsNotOutNothingIsSaidToBeKeptAndWhatWasIsGivenUp() {
        leave();
        hall.roll.end = Outcome.failed(FakeRoll.EMPTY);
        assertEquals(Phase.NOT_KEPT, onPaper().phase());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT, Note.Kind.PAPER_DRAFT_USED), notes());
        assertEquals(hall.outbox.notes.get(0).name(), hall.outbox.notes.get(1).name());
        assertTrue(hall.happened(EventKind.DRAFT_NOT_ON_PAPER));
        assertFalse(hall.happened(EventKind.DRAFT_ON_PAPER));
    }

    @Test
    void aPaperOfWhichNobodyKnowsWhetherItCameOutOpensNothing() {
        leave();
        hall.roll.end = Outcome.done(new ReceiptEnd.Uncertain(FakeRoll.EMPTY));
        assertEquals(Phase.NOT_KEPT, onPaper().phase());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT, Note.Kind.PAPER_DRAFT_USED), notes());
    }

    @Test
    void anotherTryHasAnotherCode() {
        leave();
        hall.roll.end = Outcome.failed(FakeRoll.EMPTY);
        onPaper();
        hall.roll.end = Outcome.done(new ReceiptEnd.Printed());
        hall.wish(new Wish.KeepDraft());
        assertEquals(Phase.KEPT, hall.page(Later.class).phase());
        assertEquals(2, hall.outbox.notes.stream().map(Note::name).distinct().count());
    }

    @Test
    void whatTheStoreCannotTakeIsNotPrintedAndThereIsNothingToGiveUp() {
        leave();
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        assertEquals(Phase.NOT_KEPT, onPaper().phase());
        assertEquals(0, hall.roll.receipts.size());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT), hall.outbox.tried);
        List<String> failures = hall.events.stream()
                .filter(event -> event.kind() == EventKind.DRAFT_NOT_ON_PAPER)
                .map(Object::toString)
                .toList();
        assertEquals(1, failures.size());
        assertTrue(failures.getFirst().contains("STORE-FULL"));
        hall.wish(new Wish.End());
        hall.page(Page.Ended.class);
        assertEquals(List.of(Note.Kind.PAPER_DRAFT), hall.outbox.tried);
    }

    @Test
    void whomTheStoreCouldNotServeGoesOnFillingInOrTriesAgain() {
        leave();
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        onPaper();
        hall.wish(new Wish.Back());
        hall.page(FilingPage.Form.class);
        hall.wish(new Wish.End(), new Wish.Later());
        hall.outbox.noteAnswer = Optional.empty();
        assertEquals(Phase.KEPT, onPaper().phase());
        assertEquals(1, hall.roll.receipts.size());
    }
}
