package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Assignment;
import banyan.acceptance.CaseStand;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Sha256;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SubmissionId;
import banyan.cache.Standing;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceKind;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import banyan.kiosk.visit.ProgressPage.AskProgress.Phase;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.News;
import banyan.kiosk.visit.ProgressPage.Progress.Stage;
import banyan.kiosk.visit.ProgressPage.Progress.Waiting;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a case stands, asked by its receipt's code and without a card. */
class ProgressVisitTest {
    private static final String RECEIPT = "350120260427:48271093";
    private static final String SLIP = "0137-8K42";

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void withScanner() {
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        hall.wish(new Wish.CheckProgress());
    }

    private void type(String number, String code) {
        hall.wish(
                new Wish.Edit("number"),
                new Wish.Type("number", number),
                new Wish.DoneEditing(),
                new Wish.Type("code", code),
                new Wish.DoneEditing());
    }

    private void hold(String text) {
        hall.codes.hold(text);
        hall.settle();
    }

    private ProgressPage.AskProgress ask() {
        return hall.page(ProgressPage.AskProgress.class);
    }

    private Known.AtCentre atCentre() {
        return assertInstanceOf(
                Known.AtCentre.class, hall.page(ProgressPage.Progress.class).known());
    }

    private Waiting kept() {
        return assertInstanceOf(
                        Known.KeptHere.class, hall.page(ProgressPage.Progress.class).known())
                .waiting();
    }

    private static Assignment assignment() {
        return new Assignment(
                SubmissionId.random(),
                Sha256.of(new byte[0]),
                "ANSWERS-INVALID",
                "林静",
                "0591-83251235",
                LocalDate.of(2026, 11, 25),
                Instant.parse("2026-11-20T12:46:00Z"),
                "key",
                new byte[0]);
    }

    private void holdSlip(String number) {
        withScanner();
        hold(number + ":" + hall.outbox.slipCode(number));
    }

    @Test
    void theSlipOfWhatWasNotTakenTellsWhoTakesCareOfItAndByWhen() {
        hall.outbox.standings.put(SLIP, new Standing.Refused(SLIP, Instant.EPOCH, "ANSWERS-INVALID"));
        hall.outbox.assignments.put(SLIP, assignment());
        holdSlip(SLIP);
        Known known = hall.page(ProgressPage.Progress.class).known();
        assertEquals(
                new Known.WithClerk(
                        SLIP,
                        LocalDateTime.of(2026, 11, 20, 20, 46),
                        "林静",
                        "0591-83251235",
                        LocalDate.of(2026, 11, 25),
                        false),
                known);
    }

    @Test
    void anotherTerminalsSlipIsAnsweredByTheCentre() {
        hall.centre.slip = Optional.of(new SlipAnswer("0138-8K42", Optional.empty(), Optional.of(assignment())));
        holdSlip("0138-8K42");
        assertInstanceOf(Known.WithClerk.class, hall.page(ProgressPage.Progress.class).known());
    }

    @Test
    void beforeTheCentreHasItAnotherTerminalSaysWhereToAsk() {
        holdSlip("0138-8K42");
        assertEquals(
                new Known.Elsewhere("0138-8K42", "0138", false),
                hall.page(ProgressPage.Progress.class).known());
    }

    @Test
    void aSlipWhosePapersAreStillOnTheirWayIsNotCalledReceived() {
        hall.centre.slip = Optional.of(new SlipAnswer("0138-8K42", Optional.empty(), Optional.empty()));
        holdSlip("0138-8K42");
        assertEquals(
                new Known.Elsewhere("0138-8K42", "0138", true),
                hall.page(ProgressPage.Progress.class).known());
    }

    @Test
    void ofItsOwnSlipsATerminalKnowsWhatItKeepsAndAsksNobody() {
        hall.outbox.standings.put(SLIP, new Standing.Kept(SLIP, Instant.EPOCH));
        holdSlip(SLIP);
        assertEquals(Waiting.LINE, kept());
        assertEquals(List.of(), hall.centre.slipsAsked);
    }

    @Test
    void nobodyNeedsACardForIt() {
        withScanner();
        assertEquals(Phase.HOLDING, ask().phase());
        assertEquals(Optional.empty(), hall.shown.strip().name());
    }

    @Test
    void theReceiptsCodeTellsWhatTheCentreSays() {
        withScanner();
        hold(RECEIPT);
        LocalDateTime at = LocalDateTime.of(2026, 11, 20, 20, 46, 10);
        assertEquals("350120260427", atCentre().number());
        assertEquals(Optional.of("灵活就业社会保险补贴申领"), atCentre().itemTitle());
        assertEquals(at, atCentre().receivedAt());
        assertEquals(Optional.of(at.minusSeconds(10)), atCentre().filedAt());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 27)), atCentre().answerBy());
        assertFalse(atCentre().late());
        assertTrue(hall.happened(EventKind.PROGRESS_TOLD));
    }

    @Test
    void onlyWhatTheCentreSaysHasHappenedHasHappened() {
        withScanner();
        hold(RECEIPT);
        assertEquals(
                List.of(true, false, false, false),
                atCentre().stages().stream()
                        .map(Stage::happened)
                        .map(Optional::isPresent)
                        .toList());
        assertEquals("11月27日前", atCentre().stages().get(1).promised());
    }

    @Test
    void anAnswerThatIsOverdueIsSaid() {
        withScanner();
        hall.clock.forward(Duration.ofDays(8));
        hold(RECEIPT);
        assertTrue(atCentre().late());
    }

    @Test
    void whatIsAskedForIsReadLeafByLeafAndNothingIsLeftOut() {
        hall.centre.stand = Optional.of(CaseNewsTest.asked(
                "请尽快。",
                new CaseStand.Thing(CaseStand.Thing.Kind.MATERIAL, "workProof", "章看不清"),
                new CaseStand.Thing(CaseStand.Thing.Kind.MATERIAL, "unheard-of", "要一份")));
        withScanner();
        hold(RECEIPT);
        assertEquals(
                Optional.of(new News(What.ASKED, 2, Optional.of(LocalDate.of(2026, 11, 27)), true)), atCentre().news());
        assertEquals(Optional.empty(), atCentre().answerBy());
        hall.wish(new Wish.ReadNews());
        List<String> read = new ArrayList<>();
        for (int leaf = 1; leaf <= 3; leaf++) {
            ProgressPage.News page = hall.page(ProgressPage.News.class);
            assertEquals(leaf, page.leaf());
            assertEquals(3, page.of());
            read.add(page.about() + "/" + page.text());
            hall.wish(new Wish.TurnPage(1));
        }
        assertEquals(List.of("灵活就业证明/章看不清", "/要一份", "/请尽快。"), read);
        assertEquals(3, hall.page(ProgressPage.News.class).leaf());
        hall.wish(new Wish.Back());
        assertEquals("350120260427", atCentre().number());
    }

    @Test
    void aCaseWithoutWordsHasNothingToRead() {
        withScanner();
        hold(RECEIPT);
        hall.wish(new Wish.ReadNews());
        assertEquals(Optional.empty(), atCentre().news());
    }

    @Test
    void whileTheClockStandsNoDayIsPassedOver() {
        hall.centre.stand = Optional.of(
                CaseNewsTest.asked("", new CaseStand.Thing(CaseStand.Thing.Kind.FIELD, "phone", "")));
        withScanner();
        hall.clock.forward(Duration.ofDays(8));
        hold(RECEIPT);
        assertFalse(atCentre().late());
    }

    @Test
    void withoutAScannerNumberAndCodeAreTyped() {
        hall.wish(new Wish.CheckProgress());
        assertEquals(Phase.TYPING, ask().phase());
        assertFalse(ask().scanner());
        type("350120260427", "48271093");
        assertEquals("350120260427", atCentre().number());
    }

    @Test
    void aLetterIsNoDigitAndNoMoreThanFitsIsTaken() {
        hall.wish(new Wish.CheckProgress());
        hall.wish(new Wish.Type("code", "4827x10939999"));
        assertEquals("48271093", ask().code());
    }

    @Test
    void digitsThatAreMissingAreAskedForAndNobodyElseIsAsked() {
        hall.wish(new Wish.CheckProgress());
        type("35012026", "48271093");
        assertEquals(Optional.of(Flaw.INCOMPLETE), ask().flaw());
        type("350120260427", "4827");
        assertEquals(Optional.of(Flaw.INCOMPLETE), ask().flaw());
        assertEquals(List.of(), hall.centre.asked);
    }

    @Test
    void whatIsNoReceiptsCodeIsRefusedAndNeverShownOrAskedAbout() {
        withScanner();
        for (String held : List.of(
                "https://example.com/350120260427:48271093",
                "350120260427:48271093\n",
                "350120260427:48271093 ",
                "３５０１２０２６０４２７:48271093",
                "350120260427;48271093",
                "",
                "350120260427:482710930",
                "1".repeat(2953))) {
            hold(held);
            assertEquals(Phase.HOLDING, ask().phase(), held);
            assertEquals(Optional.of(Flaw.NOT_OURS), ask().flaw(), held);
            assertEquals("", ask().number(), held);
        }
        assertEquals(List.of(), hall.centre.asked);
    }

    @Test
    void whatTheScannerItselfRefusesIsSaidInTheSameWords() {
        withScanner();
        hall.codes.refuse("CODE-TOO-LONG");
        hall.settle();
        assertEquals(Optional.of(Flaw.NOT_OURS), ask().flaw());
        hold(RECEIPT);
        assertEquals("350120260427", atCentre().number());
    }

    @Test
    void aReceiptOfBeforeThereWereCodesIsSaidToHaveNone() {
        withScanner();
        hold("350120260427");
        assertEquals(Optional.of(Flaw.NO_CODE), ask().flaw());
        assertEquals(List.of(), hall.centre.asked);
    }

    @Test
    void aScannerThatIsPulledLeavesTheKeysAndIsOfferedWhenItIsBack() {
        withScanner();
        hall.codes.unplug();
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        assertEquals(Phase.TYPING, ask().phase());
        assertEquals(Optional.of(Flaw.SCANNER_GONE), ask().flaw());
        hall.wish(new Wish.Type("number", "3501"));
        hall.codes.usable = true;
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        assertTrue(ask().scanner());
        assertEquals(Optional.empty(), ask().flaw());
        assertEquals("3501", ask().number());
        hall.wish(new Wish.AskByKeys(false));
        hold(RECEIPT);
        assertEquals("350120260427", atCentre().number());
    }

    @Test
    void afterFiveThatDoNotFitThisVisitIsToldNothingMore() {
        withScanner();
        for (int tried = 0; tried < 4; tried++) {
            hold("350120260427:0000000" + tried);
            assertEquals(Optional.of(Flaw.UNKNOWN), ask().flaw());
        }
        hold("350120260427:00000009");
        assertEquals(Phase.CLOSED, ask().phase());
        hall.wish(new Wish.AskByKeys(true), new Wish.Next());
        assertEquals(Phase.CLOSED, ask().phase());
        assertEquals(5, hall.centre.asked.size());
    }

    @Test
    void aRightOneInBetweenDoesNotBeginTheCountAnew() {
        withScanner();
        hold("350120260427:00000001");
        hold(RECEIPT);
        hall.wish(new Wish.CheckProgress());
        for (int tried = 2; tried < 6; tried++) {
            assertEquals(Phase.HOLDING, ask().phase());
            hold("350120260427:0000000" + tried);
        }
        assertEquals(Phase.CLOSED, ask().phase());
    }

    @Test
    void theCentresOwnBoundClosesItToo() {
        withScanner();
        hall.centre.refusal = Optional.of("PROGRESS-TOO-MANY-TRIES");
        hold(RECEIPT);
        assertEquals(Phase.CLOSED, ask().phase());
    }

    @Test
    void withoutTheCentreItSaysThatItCannotAskAndCountsNoTry() {
        withScanner();
        hall.centre.online = false;
        for (int tried = 0; tried < 6; tried++) {
            hold(RECEIPT);
            assertEquals(Optional.of(Flaw.OFFLINE), ask().flaw());
        }
        hall.centre.online = true;
        hold(RECEIPT);
        assertEquals("350120260427", atCentre().number());
    }

    @Test
    void aSlipOfThisTerminalTellsThatItIsKeptHereAndNothingElse() {
        hall.outbox.standings.put(SLIP, new Standing.Kept(SLIP, Instant.EPOCH));
        withScanner();
        hold(SLIP + ":" + hall.outbox.slipCode(SLIP));
        assertEquals(Waiting.LINE, kept());
        assertEquals(List.of(), hall.centre.asked);
    }

    @Test
    void aSlipWhoseAnswerIsNotKnownIsNotSaidToBeReceived() {
        hall.outbox.standings.put(SLIP, new Standing.Unanswered(SLIP, Instant.EPOCH));
        hall.wish(new Wish.CheckProgress());
        type("", hall.outbox.slipCode(SLIP));
        assertEquals(Waiting.ANSWER, kept());
    }

    @Test
    void aSlipWithAnotherCodeIsUnknownLikeOneThatIsNotHere() {
        hall.outbox.standings.put(SLIP, new Standing.Kept(SLIP, Instant.EPOCH));
        withScanner();
        hold(SLIP + ":00000000");
        assertEquals(Optional.of(Flaw.UNKNOWN), ask().flaw());
        hold("0137-7777:00000000");
        assertEquals(Optional.of(Flaw.UNKNOWN), ask().flaw());
    }

    @Test
    void theReceiptsOwnCodeIsTheOneThatIsAskedWith() {
        withScanner();
        hold(RECEIPT);
        assertEquals(List.of(new ProgressQuery("350120260427", "48271093")), hall.centre.asked);
    }

    @Test
    void nothingOfItIsThereAfterTheVisitAndNothingInTheEvents() {
        withScanner();
        hall.wish(new Wish.AskByKeys(true), new Wish.Type("number", "350120260427"));
        hall.wish(new Wish.Type("code", "00000000"), new Wish.Next(), new Wish.End());
        hall.page(Page.Ended.class);
        hall.pass(Duration.ofSeconds(10));
        hall.wish(new Wish.CheckProgress(), new Wish.AskByKeys(true));
        assertEquals("", ask().number() + ask().code());
        assertTrue(hall.events.stream().noneMatch(event -> event.toString().contains("350120260427")));
    }

    @Test
    void whoeverLeavesLeavesItToTheNext() {
        withScanner();
        hold(RECEIPT);
        hall.pass(Duration.ofSeconds(90));
        assertInstanceOf(Page.Attract.class, hall.page());
    }

    @Test
    void aTerminalWhoseHousingIsOpenIsAskedNothing() {
        hall.visit().sensed(Sense.DOOR, Reading.YES);
        hall.settle();
        hall.wish(new Wish.CheckProgress());
        assertInstanceOf(Page.Attract.class, hall.page());
    }
}
