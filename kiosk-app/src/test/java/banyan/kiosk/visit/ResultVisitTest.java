package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.Progress;
import banyan.acceptance.Withdrawal;
import banyan.cache.Note;
import banyan.device.Fault;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.Stock;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.ProgressPage.Cases.Flaw;
import banyan.kiosk.visit.ProgressPage.Cases.Phase;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of the citizen whose card was read, and the one printing of a decided one's document. */
class ResultVisitTest {
    private static final Fault GONE = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-GONE");
    private static final Instant AT = Instant.parse("2026-11-20T12:46:11Z");
    private static final String NUMBER = "350120260427";

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.printer.quick = false;
    }

    private static Progress one(String number, Optional<CaseStand.Result> result, boolean withdrawable) {
        LocalDate day = LocalDate.of(2026, 11, 27);
        return new Progress(
                number,
                Hall.SUBSIDY,
                AT,
                Optional.of(AT),
                day,
                List.of(new Progress.Stage("received", AT)),
                Optional.of(new CaseStand(
                        result.isPresent() ? Progress.Stage.ISSUED : Progress.Stage.ACCEPTED,
                        new CaseStand.Promise(Optional.of(day), Optional.of(3), day, Optional.empty()),
                        Optional.empty(),
                        result.map(_ -> new CaseStand.Decision(
                                CaseStand.Decision.Outcome.GRANTED, AT, List.of("符合申请条件"), "照常发放")),
                        result,
                        withdrawable)));
    }

    private static Progress ready() {
        return one(NUMBER, Optional.of(new CaseStand.Result(AT, false)), false);
    }

    private void list(Progress... cases) {
        hall.centre.mine = List.of(cases);
        hall.identify();
        hall.wish(new Wish.MyCases());
    }

    /** To the page that will be printed. */
    private void collect() {
        list(ready());
        hall.wish(new Wish.OpenCase(0), new Wish.Collect());
        hall.page(PaperPage.Result.class);
    }

    private void happens(PrintEvent event) {
        hall.printer.last().listener().happened(event);
        hall.settle();
    }

    private ProgressPage.Cases cases() {
        return hall.page(ProgressPage.Cases.class);
    }

    private Known.AtCentre known() {
        return assertInstanceOf(Known.AtCentre.class, hall.page(ProgressPage.Progress.class).known());
    }

    private void trouble(TroubleKind kind) {
        assertEquals(kind, hall.page(PaperPage.Trouble.class).kind());
    }

    private List<Note.Kind> notes() {
        return hall.outbox.notes.stream().map(Note::kind).toList();
    }

    @Test
    void nobodySeesCasesWithoutACard() {
        hall.wish(new Wish.MyCases());
        hall.page(Page.Attract.class);
        hall.wish(new Wish.Start(), new Wish.MyCases(), new Wish.Collect());
        hall.page(Page.Identify.class);
        assertEquals(List.of(), hall.centre.casesAsked);
    }

    @Test
    void theCasesOfTheCardAreListedFourAPage() {
        list(IntStream.range(0, 9).mapToObj(at -> one("35012026042" + at, Optional.empty(), true)).toArray(Progress[]::new));
        assertEquals(Phase.LISTED, cases().phase());
        assertEquals(4, cases().cases().size());
        assertEquals(3, cases().pages());
        hall.wish(new Wish.TurnPage(1), new Wish.TurnPage(1), new Wish.TurnPage(1));
        assertEquals(3, cases().page());
        assertEquals("350120260428", cases().cases().getFirst().number());
        assertEquals(List.of(new CasesQuery(FakeReader.ZHANG.number())), hall.centre.casesAsked);
        assertTrue(hall.happened(EventKind.CASES_TOLD));
    }

    @Test
    void whoeverHasNoneIsToldSo() {
        list();
        assertEquals(List.of(), cases().cases());
        assertEquals(Phase.LISTED, cases().phase());
    }

    @Test
    void anUnreachableCentreIsSaidAndAskedAgain() {
        hall.centre.online = false;
        list(ready());
        assertEquals(Optional.of(Flaw.OFFLINE), cases().flaw());
        hall.centre.online = true;
        hall.wish(new Wish.Next());
        assertEquals(1, cases().cases().size());
    }

    @Test
    void whatTheCentreBoundsIsSaidAsThat() {
        hall.centre.refusal = Optional.of("CASES-TOO-MANY-TRIES");
        list(ready());
        assertEquals(Optional.of(Flaw.TOO_MANY), cases().flaw());
    }

    @Test
    void aPickedCaseIsShownAsByItsReceiptAndTheWayBackIsTheList() {
        list(one(NUMBER, Optional.empty(), true));
        hall.wish(new Wish.OpenCase(0));
        assertEquals(NUMBER, known().number());
        assertEquals(Set.of(Way.WITHDRAW), known().ways());
        hall.wish(new Wish.CheckProgress());
        assertEquals(1, cases().cases().size());
        hall.wish(new Wish.Back());
        hall.page(Page.Home.class);
    }

    @Test
    void aCaseIsTakenBackByTheCard() {
        list(one(NUMBER, Optional.empty(), true));
        hall.wish(new Wish.OpenCase(0), new Wish.Withdraw(), new Wish.Next());
        assertEquals(
                List.of(CaseProof.card(FakeReader.ZHANG.number())),
                hall.centre.withdrawals.stream().map(Withdrawal::proof).toList());
        assertEquals(Optional.of(What.WITHDRAWN), known().news().map(ProgressPage.Progress.News::what));
    }

    @Test
    void whoeverHoldsTheReceiptAloneIsGivenNoDocument() {
        hall.centre.stand = ready().stand();
        hall.stands(banyan.device.DeviceKind.CODE_SCANNER, hall.codes.state());
        hall.wish(new Wish.CheckProgress());
        hall.codes.hold(NUMBER + ":48271093");
        hall.settle();
        assertEquals(Set.of(), known().ways());
        hall.wish(new Wish.Collect());
        assertEquals(List.of(), hall.centre.resultsOrdered);
    }

    @Test
    void theDocumentIsShownPrintedOnItsPaperAndTheCentreIsTold() {
        collect();
        hall.wish(new Wish.Print());
        assertEquals(Stock.CERTIFICATE, hall.printer.last().document().stock());
        hall.printer.finish();
        hall.settle();
        assertTrue(hall.page(PaperPage.Printing.class).done());
        assertEquals(List.of(Note.Kind.PRINTED), notes());
        assertTrue(hall.happened(EventKind.RESULT_ISSUED));
        hall.wish(new Wish.Taken());
        hall.page(Page.Home.class);
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void lookedAtTwiceItIsTheSameDocument() {
        collect();
        hall.wish(new Wish.Back(), new Wish.MyCases(), new Wish.OpenCase(0), new Wish.Collect());
        hall.page(PaperPage.Result.class);
        assertEquals(2, hall.centre.resultsOrdered.size());
        assertEquals(1, Set.copyOf(hall.centre.resultsOrdered).size());
    }

    @Test
    void afterACrashBeforeThePrintTheSameTerminalGetsTheSameDocument() {
        collect();
        hall.reader.lift();
        hall.crash();
        collect();
        hall.wish(new Wish.Print());
        assertEquals(1, Set.copyOf(hall.centre.resultsOrdered).size());
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void afterACrashWhilePrintingWhatThePrinterFinishedIsNotPrintedAgain() {
        collect();
        hall.wish(new Wish.Print());
        hall.reader.lift();
        hall.crash();
        hall.printer.found.put(
                hall.printer.last().document().name(), new Found.Ended(new PrintEvent.Printed(1)));
        collect();
        hall.wish(new Wish.Print());
        trouble(TroubleKind.RESULT_TAKEN);
        assertEquals(1, hall.printer.jobs.size());
        assertEquals(List.of(), hall.centre.declaredVoid);
    }

    @Test
    void afterACrashWhilePrintingWhatNobodyKnowsIsAskedAndOnlyThenVoidAndPrintedAnew() {
        collect();
        hall.wish(new Wish.Print());
        hall.reader.lift();
        hall.crash();
        collect();
        hall.wish(new Wish.Print());
        trouble(TroubleKind.PRINT_UNCERTAIN);
        assertEquals(1, hall.printer.jobs.size());
        hall.wish(new Wish.Take(PaperPage.WayOn.RETRY));
        assertEquals(1, hall.centre.declaredVoid.size());
        assertEquals(2, Set.copyOf(hall.centre.resultsOrdered).size());
        assertEquals(2, hall.printer.jobs.size());
    }

    @Test
    void whatSurelyDidNotComeOutHoldsNoMoreAndCanBeHadElsewhere() {
        collect();
        hall.wish(new Wish.Print());
        happens(new PrintEvent.Broken(GONE, 0));
        trouble(TroubleKind.PRINTER_GONE);
        assertEquals(List.of(Note.Kind.PRINTED, Note.Kind.VOID), notes());
        hall.wish(new Wish.Take(PaperPage.WayOn.LATER));
        hall.page(Page.Home.class);
    }

    @Test
    void afterABreakTheFirstIsVoidAtTheCentreBeforeAnotherIsOrdered() {
        collect();
        hall.wish(new Wish.Print());
        happens(new PrintEvent.Broken(GONE, 0));
        hall.wish(new Wish.Take(PaperPage.WayOn.RETRY));
        assertEquals(List.of(hall.centre.resultsOrdered.getFirst()), hall.centre.declaredVoid);
        assertNotEquals(hall.centre.resultsOrdered.getFirst(), hall.centre.resultsOrdered.getLast());
        assertEquals(2, hall.printer.jobs.size());
        assertEquals(List.of(Note.Kind.PRINTED, Note.Kind.VOID), notes());
    }

    @Test
    void withoutTheCentreKnowingThatTheFirstIsVoidNoOtherIsPrinted() {
        collect();
        hall.wish(new Wish.Print());
        happens(new PrintEvent.Broken(GONE, 0));
        hall.centre.online = false;
        hall.wish(new Wish.Take(PaperPage.WayOn.RETRY));
        trouble(TroubleKind.NETWORK_DOWN);
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void whatWasVoidInAnEarlierVisitIsFollowedByTheNext() {
        collect();
        hall.wish(new Wish.Print());
        happens(new PrintEvent.Broken(GONE, 0));
        hall.centre.declaredVoid.add(hall.centre.resultsOrdered.getFirst());
        hall.reader.lift();
        hall.crash();
        collect();
        hall.wish(new Wish.Print());
        assertEquals(2, hall.printer.jobs.size());
    }

    @Test
    void whatNobodyKnowsIsNeverCalledPrinted() {
        collect();
        hall.wish(new Wish.Print());
        happens(new PrintEvent.Uncertain(GONE, 0));
        trouble(TroubleKind.PRINT_UNCERTAIN);
        assertEquals(List.of(Note.Kind.PRINTED), notes());
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void aDocumentThatSomebodyHasIsRefusedWithItsReason() {
        hall.centre.resultRefusal = Optional.of("RESULT-TAKEN");
        list(ready());
        hall.wish(new Wish.OpenCase(0), new Wish.Collect());
        trouble(TroubleKind.RESULT_TAKEN);
        assertTrue(hall.happened(EventKind.RESULT_NOT_ISSUED));
        hall.wish(new Wish.Take(PaperPage.WayOn.BACK));
        hall.page(Page.Home.class);
    }

    @Test
    void nothingOfItOutlivesTheVisit() {
        collect();
        hall.wish(new Wish.End());
        assertFalse(hall.shown.toString().contains(NUMBER));
        hall.page(Page.Ended.class);
    }
}
