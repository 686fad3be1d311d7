package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.cache.Delivery;
import banyan.cache.Note;
import banyan.item.Language;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.Snapshot.StripLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration from 确认提交 to its receipt, whatever the journal, the centre and the printer do. */
class SubmissionVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    @Test
    void theSubmissionCarriesScansAndTheThreePapersOfTheSignature() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        var sealed = hall.outbox.kept.values().iterator().next();
        assertEquals(5, sealed.papers().size());
        String payload = new String(sealed.payload(), StandardCharsets.UTF_8);
        assertTrue(payload.contains("\"workProof\""));
        assertTrue(payload.contains("\"commitment\""));
        assertTrue(payload.contains("13805912671"));
    }

    @Test
    void theReceiptIsPrintedWithTheCentresNumber() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(
                PaperState.State.PRINTED, hall.page(KeepingPage.Received.class).paper().state());
        assertEquals("receipt", hall.printer.last().document().name());
    }

    @Test
    void nothingIsSaidBeforeTheJournalHasAnswered() {
        hall.toReview();
        hall.wish(new Wish.Tick(true));
        hall.wishOnly(new Wish.Submit());
        assertEquals(
                List.of(
                        KeepingPage.Submitting.Progress.DOING,
                        KeepingPage.Submitting.Progress.TO_DO,
                        KeepingPage.Submitting.Progress.TO_DO,
                        KeepingPage.Submitting.Progress.TO_DO),
                hall.page(KeepingPage.Submitting.class).steps());
    }

    @Test
    void withoutTheCentreItIsKeptHereAfterFifteenSeconds() {
        hall.outbox.online = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.page(KeepingPage.Submitting.class);
        hall.pass(Duration.ofSeconds(16));
        var kept = hall.page(KeepingPage.Kept.class);
        assertEquals("0137-8K41", kept.provisional());
        assertEquals("slip", hall.printer.last().document().name());
        assertEquals(StripLine.KEPT, hall.shown.strip().line());
    }

    @Test
    void aReceiptThatComesLaterIsSaidToo() {
        hall.outbox.online = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.pass(Duration.ofSeconds(16));
        hall.outbox.online = true;
        hall.pass(Duration.ofSeconds(2));
        hall.page(KeepingPage.Received.class);
        assertEquals("receipt", hall.printer.last().document().name());
    }

    @Test
    void aRefusalByTheCentreIsSaidAsOne() {
        hall.outbox.end = Optional.of(new Delivery.Refused("ANSWERS-INVALID"));
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(TroubleKind.CENTRE_REFUSED, hall.page(PaperPage.Trouble.class).kind());
        assertTrue(hall.happened(EventKind.SUBMISSION_REFUSED));
    }

    @Test
    void aFullDiskAtTheSealKeepsTheRequestAndTriesAgain() {
        hall.outbox.answer = Optional.of(new Appended.Full());
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(TroubleKind.STORE_FULL, hall.page(PaperPage.Trouble.class).kind());
        hall.outbox.answer = Optional.empty();
        hall.wish(new Wish.Take(PaperPage.WayOn.RETRY));
        hall.page(KeepingPage.Received.class);
        assertEquals(1, hall.outbox.kept.size());
    }

    @Test
    void anAnswerThatNobodyKnowsIsAskedAgainUnderTheSameName() {
        hall.outbox.answer = Optional.of(new Appended.Unsure());
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.pass(Duration.ofSeconds(3));
        hall.outbox.answer = Optional.empty();
        hall.pass(Duration.ofSeconds(2));
        hall.page(KeepingPage.Received.class);
        assertEquals(1, hall.outbox.kept.size());
        assertEquals(1, hall.outbox.numbers);
    }

    @Test
    void aBrokenPrinterDoesNotTouchTheCase() {
        hall.printer.quick = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.printer.last().listener().happened(new banyan.device.Printer.PrintEvent.Broken(FakePrinter.EMPTY, 0));
        hall.settle();
        assertEquals(
                PaperState.State.TROUBLE, hall.page(KeepingPage.Received.class).paper().state());
        hall.printer.quick = true;
        hall.wish(new Wish.PrintAgain());
        assertEquals(
                PaperState.State.PRINTED, hall.page(KeepingPage.Received.class).paper().state());
    }

    @Test
    void aReceiptThatWaitsForPaperIsNotPrintedTwice() {
        hall.printer.quick = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.printer.last().listener().happened(new banyan.device.Printer.PrintEvent.Waiting(FakePrinter.EMPTY, 0));
        hall.settle();
        hall.wish(new Wish.PrintAgain());
        assertEquals(1, hall.printer.jobs.size());
        hall.printer.finish();
        hall.settle();
        assertEquals(
                PaperState.State.PRINTED, hall.page(KeepingPage.Received.class).paper().state());
    }

    @Test
    void theConsentIsKeptWithTheRequestAndSaysWhichWordsWereAgreedTo() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        String id = hall.outbox.kept.keySet().iterator().next().toString();
        assertEquals(List.of(Note.Kind.CONSENT), hall.outbox.evidence.stream().map(Note::kind).toList());
        String said = new String(hall.outbox.evidence.getFirst().body(), StandardCharsets.UTF_8);
        assertTrue(said.contains("\"about\":\"" + id + "\""), said);
        assertTrue(said.contains("\"words\":\"" + Agreement.words(Language.ZH_CN) + "\""), said);
        assertNotEquals(Agreement.words(Language.ZH_CN), Agreement.words(Language.EN));
    }

    @Test
    void noRequestIsKeptWithoutItsConsent() {
        hall.toReview();
        hall.outbox.evidenceAnswer = Optional.of(new Appended.Full());
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(TroubleKind.STORE_FULL, hall.page(PaperPage.Trouble.class).kind());
        assertTrue(hall.outbox.kept.isEmpty());
    }

    @Test
    void endingWhileItIsSentAsksAndTheSealedCaseGoesOn() {
        hall.outbox.online = false;
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.End());
        assertTrue(hall.sheet(Sheet.ConfirmEnd.class).sealedGoesOn());
        hall.wish(new Wish.EndForSure());
        hall.page(Page.Ended.class);
        assertEquals(1, hall.outbox.kept.size());
    }

    @Test
    void endingWhileItIsSealedWaitsForTheJournal() {
        hall.toReview();
        hall.wish(new Wish.Tick(true));
        hall.wishOnly(new Wish.Submit());
        hall.wishOnly(new Wish.End());
        hall.wishOnly(new Wish.EndForSure());
        hall.page(KeepingPage.Submitting.class);
        hall.settle();
        hall.page(Page.Ended.class);
        assertEquals(1, hall.outbox.kept.size());
    }
}
