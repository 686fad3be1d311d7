package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.cache.Delivery;
import banyan.cache.Note;
import banyan.item.Language;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.FilingPage.Form.Source;
import banyan.kiosk.visit.FilingPage.Signing.InkTrouble;
import banyan.kiosk.visit.FilingPage.Signing.PadState;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import banyan.kiosk.visit.Snapshot.StripLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration from its guide to its receipt. */
class FilingVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private FieldView field(String code) {
        return hall.page(FilingPage.Form.class).fields().stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conditionsAreCheckedAgainstWhatTheCentreKnows() {
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY));
        assertEquals(
                List.of(Page.Guide.Finding.FOUND, Page.Guide.Finding.FOUND, Page.Guide.Finding.FOUND),
                hall.page(Page.Guide.class).conditions().stream()
                        .map(Page.Guide.Condition::finding)
                        .toList());
    }

    @Test
    void withoutTheCentreConditionsAreUnknownAndNeverRefused() {
        hall.centre.online = false;
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY));
        assertEquals(
                Page.Guide.Finding.UNKNOWN,
                hall.page(Page.Guide.class).conditions().getFirst().finding());
        hall.wish(new Wish.Begin());
        assertEquals(Optional.of(Source.TO_FILL), field("phone").source());
    }

    @Test
    void valuesAreFilledInWithTheirSourceAndMasked() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        assertEquals("350102********1231", field("applicantNumber").shown());
        assertEquals(Optional.of(Source.ID_CARD), field("applicantNumber").source());
        assertEquals("138****2671", field("phone").shown());
        assertEquals(Optional.of(Source.LAST_FILING), field("phone").source());
    }

    @Test
    void theFullValueIsShownOnlyInTheFieldBeingEdited() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"));
        assertEquals(
                "13805912671", hall.page(FilingPage.Form.class).editor().orElseThrow().text());
        hall.wish(new Wish.DoneEditing());
        assertEquals(Optional.empty(), hall.page(FilingPage.Form.class).editor());
    }

    @Test
    void aProblemKeepsThePageAndOpensItsField() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "1380591267"), new Wish.Next());
        assertTrue(field("phone").problem().isPresent());
        assertEquals("phone", hall.page(FilingPage.Form.class).editor().orElseThrow().field());
    }

    @Test
    void aValueThatWasOpenedAndNotChangedKeepsItsSource() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.DoneEditing());
        assertEquals(Optional.of(Source.LAST_FILING), field("phone").source());
    }

    @Test
    void aPadTakesNothingButWhatItsFieldCanHold() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "138-0591 2671<script>99"));
        assertEquals(
                "13805912671", hall.page(FilingPage.Form.class).editor().orElseThrow().text());
    }

    @Test
    void aMonthThatTheRulesForbidCannotBeChosen() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Next());
        var months = field("fromMonth").choices();
        assertEquals("2026-10", months.getLast().value());
        assertEquals("2025-03", months.getFirst().value());
    }

    @Test
    void backFromTheFirstPageKeepsWhatWasFilledIn() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "13912345678"), new Wish.Back(), new Wish.Begin());
        assertEquals("139****5678", field("phone").shown());
    }

    @Test
    void homeKeepsTheRequestOfThisVisit() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.wish(new Wish.GoHome());
        hall.page(Page.Home.class);
        hall.begin(Hall.SUBSIDY);
        hall.page(ScanningPage.Materials.class);
    }

    @Test
    void aPageThatLiesWellIsTakenByItself() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.steady();
        hall.settle();
        var row = hall.page(ScanningPage.Materials.class).rows().get(3);
        assertEquals(RowState.COMPLETE, row.state());
        assertEquals(1, row.thumbnails().size());
    }

    @Test
    void aPageIsSaidToBeTakenOnlyWhenACrashDoesNotLoseIt() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.next = Optional.of(new PageTray.Taken.Page(FakeTray.photographed()));
        hall.tray.steady();
        do {
            hall.settle(1);
        } while (hall.page(ScanningPage.Materials.class).missing() == 2 && hall.waiting() > 0);
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.wish(new Wish.ResumeDraft(true));
        assertEquals(1, hall.page(ScanningPage.Materials.class).missing());
    }

    @Test
    void thenTheNextMissingPaperIsAskedFor() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.steady();
        hall.settle();
        assertEquals(4, hall.page(ScanningPage.Materials.class).current());
        assertEquals(1, hall.page(ScanningPage.Materials.class).missing());
    }

    @Test
    void aPageThatIsNotTakenOverIsNoPage() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.next = Optional.of(new PageTray.Taken.Refused(ScanningPage.Materials.Hint.REFUSED_BLANK));
        hall.wish(new Wish.Shoot());
        assertEquals(2, hall.page(ScanningPage.Materials.class).missing());
        assertFalse(hall.page(ScanningPage.Materials.class).busy());
        assertTrue(hall.happened(EventKind.PAGE_REFUSED));
    }

    @Test
    void aDroppedPageIsMissingAgain() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.DropPage("workProof", 0));
        assertEquals(2, hall.page(ScanningPage.Materials.class).missing());
        assertEquals(3, hall.page(ScanningPage.Materials.class).current());
    }

    @Test
    void nextWithAPaperMissingStaysAndShowsWhich() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.wish(new Wish.Next());
        assertEquals(3, hall.page(ScanningPage.Materials.class).current());
    }

    @Test
    void aCameraThatIsUnpluggedComesBackByItself() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.unplug();
        hall.settle();
        assertEquals(new Camera.Gone(), hall.page(ScanningPage.Materials.class).camera());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, new banyan.device.DeviceState.Opening());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, banyan.device.DeviceState.ready());
        assertEquals(Camera.Live.class, hall.page(ScanningPage.Materials.class).camera().getClass());
    }

    @Test
    void aCameraThatStaysAwayIsSaidWithAWayOnAndGoesOnWhereItWas() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.tray.unplug();
        hall.pass(Duration.ofSeconds(11));
        assertEquals(TroubleKind.CAMERA_GONE, hall.page(PaperPage.Trouble.class).kind());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, new banyan.device.DeviceState.Opening());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, banyan.device.DeviceState.ready());
        hall.page(ScanningPage.Materials.class);
    }

    @Test
    void theCameraLooksOnlyWhilePapersAreLaid() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        assertTrue(hall.tray.open);
        hall.scan();
        assertFalse(hall.tray.open);
    }

    @Test
    void theDocumentThatIsSignedShowsTheFirstDigitsOfItsHash() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
        assertTrue(hall.page(FilingPage.Signing.class).checkCode().matches("[0-9A-F]{4} [0-9A-F]{4}"));
        assertEquals(PadState.PAD, hall.page(FilingPage.Signing.class).pad());
    }

    @Test
    void anEmptySignatureIsNotTaken() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
        hall.wish(new Wish.UseSignature());
        assertEquals(
                Optional.of(InkTrouble.EMPTY), hall.page(FilingPage.Signing.class).trouble());
    }

    @Test
    void withoutThePadTheScreenIsSigned() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
        hall.pad.unplug();
        hall.settle();
        assertEquals(PadState.SCREEN, hall.page(FilingPage.Signing.class).pad());
        hall.wish(
                new Wish.Touched(0.1f, 0.2f, 0.5f, true),
                new Wish.Touched(0.5f, 0.8f, 0.5f, true),
                new Wish.Touched(0.9f, 0.2f, 0.5f, true),
                new Wish.Touched(0.9f, 0.2f, 0f, false));
        hall.pass(Duration.ofMillis(500));
        assertEquals(1, hall.page(FilingPage.Signing.class).ink().strokes().size());
        hall.wish(new Wish.UseSignature());
        hall.page(FilingPage.Review.class);
    }

    @Test
    void whatWasBegunOnAPadThatIsUnpluggedIsWrittenAnew() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
        hall.pad.write(new double[] {0.1, 0.1}, new double[] {0.5, 0.9});
        hall.pad.unplug();
        hall.pass(Duration.ofMillis(500));
        assertEquals(List.of(), hall.page(FilingPage.Signing.class).ink().strokes());
    }

    @Test
    void anotherLanguageDrawsTheDocumentAnewAndTakesTheInkAway() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
        String before = hall.page(FilingPage.Signing.class).checkCode();
        hall.pad.write(new double[] {0.1, 0.1}, new double[] {0.9, 0.9});
        hall.settle();
        hall.wish(new Wish.Speak(Language.EN));
        assertNotEquals(before, hall.page(FilingPage.Signing.class).checkCode());
        assertEquals(List.of(), hall.page(FilingPage.Signing.class).ink().strokes());
    }

    @Test
    void theReviewShowsEveryGroupAndItsWayBack() {
        hall.toReview();
        var groups = hall.page(FilingPage.Review.class).groups();
        assertEquals(
                List.of(0, 1, 2, 3),
                groups.stream().map(FilingPage.Review.Group::editTarget).toList());
        assertEquals("350102********1231", groups.getFirst().rows().get(1).value());
    }

    @Test
    void nothingIsSubmittedWithoutTheTick() {
        hall.toReview();
        hall.wish(new Wish.Submit());
        hall.page(FilingPage.Review.class);
        assertEquals(0, hall.outbox.appends);
    }

    @Test
    void aChangeThatTheDocumentDoesNotNameNeedsNoNewSignature() {
        hall.toReview();
        hall.wish(new Wish.Change(0), new Wish.Edit("phone"), new Wish.Type("phone", "13912345678"), new Wish.Next());
        hall.page(FilingPage.Review.class);
    }

    @Test
    void aChangeOfWhatWasSignedMustBeSignedAgain() {
        hall.toReview();
        hall.wish(new Wish.Change(2), new Wish.Choose("workKind", "driving"), new Wish.Next());
        hall.page(FilingPage.Signing.class);
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
    void aGoodRatingGoesIntoTheOutboxAtOnceAndOnce() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.Rate(5), new Wish.Rate(1));
        assertEquals(
                List.of(Note.Kind.EVALUATION),
                hall.outbox.notes.stream().map(Note::kind).toList());
    }

    @Test
    void thanksAreSaidWhenTheOutboxHasItAndItCarriesTheReceiptsCode() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.Rate(5));
        assertEquals(KeepingPage.Rating.NOTED, hall.page(KeepingPage.Received.class).rating());
        String sent = new String(hall.outbox.notes.getFirst().body(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("\"proof\":\"48271093\""));
    }

    @Test
    void whatTheOutboxCouldNotKeepIsNotThankedForAndMayBeGivenAgain() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        hall.wish(new Wish.Rate(4));
        KeepingPage.Received page = hall.page(KeepingPage.Received.class);
        assertEquals(KeepingPage.Rating.NOT_KEPT, page.rating());
        assertEquals(OptionalInt.empty(), page.rated());
        assertFalse(hall.happened(EventKind.RATED));
        hall.outbox.noteAnswer = Optional.empty();
        hall.wish(new Wish.Rate(3));
        assertEquals(KeepingPage.Rating.NOTED, hall.page(KeepingPage.Received.class).rating());
        assertEquals(1, hall.outbox.notes.size());
        assertTrue(hall.happened(EventKind.RATED));
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
    void aBadRatingIsAskedForItsReasons() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.Rate(2));
        assertEquals(2, hall.sheet(Sheet.Reasons.class).level());
        assertEquals(List.of(), hall.outbox.notes);
        hall.wish(new Wish.Reason("slow", true), new Wish.GiveReasons());
        String sent = new String(hall.outbox.notes.getFirst().body(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("SLOW"));
        assertFalse(sent.contains("13805912671"));
    }

    @Test
    void aBadRatingIsSentEvenIfNobodyGivesReasons() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.Rate(1), new Wish.End());
        assertEquals(
                List.of(Note.Kind.EVALUATION),
                hall.outbox.notes.stream().map(Note::kind).toList());
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
