package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.attest.SignedPaper;
import banyan.attest.Verdict;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.cache.Room;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.Fault;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintListener;
import banyan.device.Printer.Stock;
import banyan.device.Scanner;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.staff.StaffRoster;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.ReportStanding.Paper;
import banyan.kiosk.upkeep.ReportStanding.Way;
import banyan.kiosk.visit.UpkeepPost.Doing;
import banyan.kiosk.visit.UpkeepPost.Flaw;
import banyan.kiosk.visit.UpkeepPost.SignIn.Asks;
import banyan.kiosk.visit.UpkeepPost.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal in the hands of its staff. */
class UpkeepVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private static Wish staff(UpkeepWish wish) {
        return new Wish.OfStaff(wish);
    }

    private void pin(String pin) {
        for (int digits = 1; digits <= pin.length(); digits++) {
            hall.wish(staff(new UpkeepWish.Pin(pin.substring(0, digits))));
        }
        hall.wish(staff(new UpkeepWish.Enter()));
    }

    private void card() {
        hall.wish(staff(new UpkeepWish.Open()));
        hall.reader.put(FakeReader.LI);
        hall.pass(Duration.ofSeconds(1));
    }

    @Test
    void cardAndPinOpenTheBoard() {
        StaffPage.Maintenance board = hall.signIn();
        assertEquals("3302", board.staff());
        assertEquals(Doing.NOTHING, board.doing());
        assertTrue(hall.happened(EventKind.UPKEEP_BEGAN));
        assertTrue(hall.printer.examined > 0);
    }

    @Test
    void aSiteThatHasNamedNobodySaysSoAndReadsNoCard() {
        hall = new Hall(folder.resolve("other"), StaffRoster.NOBODY);
        hall.wish(staff(new UpkeepWish.Open()));
        assertEquals(new StaffPage.StaffSignIn(Asks.NOBODY, 0, Optional.empty()), hall.page());
        hall.reader.put(FakeReader.LI);
        hall.pass(Duration.ofSeconds(2));
        assertEquals(new StaffPage.StaffSignIn(Asks.NOBODY, 0, Optional.empty()), hall.page());
        assertEquals(0, hall.reader.reads);
        hall.reader.lift();
        hall.wish(new Wish.Back());
        hall.page(Page.Attract.class);
    }

    @Test
    void theWrongPinDoesNotAndSaysNotWhichWasWrong() {
        card();
        pin("000000");
        assertEquals(new StaffPage.StaffSignIn(Asks.PIN, 0, Optional.of(Flaw.NOT_RECOGNISED)), hall.page());
        assertTrue(hall.happened(EventKind.STAFF_REFUSED));
        pin(Hall.PIN);
        hall.page(StaffPage.Maintenance.class);
    }

    @Test
    void afterFiveVainTriesEvenTheRightPinWaits() {
        card();
        for (int time = 0; time < 5; time++) {
            pin("111111");
        }
        pin(Hall.PIN);
        assertEquals(new StaffPage.StaffSignIn(Asks.PIN, 0, Optional.of(Flaw.PAUSED)), hall.page());
        hall.clock.forward(Duration.ofSeconds(16));
        pin(Hall.PIN);
        hall.page(StaffPage.Maintenance.class);
    }

    @Test
    void theCardOfSomebodyElseDoesNot() {
        hall.wish(staff(new UpkeepWish.Open()));
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        pin(Hall.PIN);
        assertEquals(new StaffPage.StaffSignIn(Asks.PIN, 0, Optional.of(Flaw.NOT_RECOGNISED)), hall.page());
    }

    @Test
    void aCardThatAVisitorLeftIsNotRead() {
        hall.wish(new Wish.Start());
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        hall.reader.findsAgain = true;
        hall.wish(new Wish.End());
        hall.pass(Duration.ofSeconds(10));
        hall.page(Page.Attract.class);
        hall.wish(staff(new UpkeepWish.Open()));
        hall.pass(Duration.ofSeconds(3));
        assertEquals(new StaffPage.StaffSignIn(Asks.LIFT, 0, Optional.empty()), hall.page());
        assertEquals(0, hall.reader.reads);
        hall.reader.lift();
        hall.pass(Duration.ofSeconds(2));
        assertEquals(new StaffPage.StaffSignIn(Asks.CARD, 0, Optional.empty()), hall.page());
    }

    @Test
    void aPrinterThatWaitsCanBeSeenTo() {
        hall.signIn();
        hall.printer.quick = false;
        hall.wish(staff(new UpkeepWish.PrintTest()));
        PrintListener printer = hall.printer.jobs.getLast().listener();
        printer.happened(new PrintEvent.Waiting(
                new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PRINTER-MEDIA-EMPTY"), 0));
        hall.settle();
        assertEquals(Doing.PRINT_FAILED, hall.page(StaffPage.Maintenance.class).doing());
        hall.wish(staff(new UpkeepWish.Lead(Guidance.CHANGE_PAPER)), new Wish.Back());
        hall.page(StaffPage.Maintenance.class);
    }

    @Test
    void aRunningVisitIsAskedAndCanRefuse() {
        hall.identify();
        hall.wish(staff(new UpkeepWish.Open()));
        hall.sheet(Sheet.StaffAsk.class);
        hall.wish(new Wish.Stay());
        hall.page(Page.Home.class);
        assertEquals(Optional.empty(), hall.shown.sheet());
    }

    @Test
    void whoAgreesIsWipedBeforeStaffComeIn() {
        hall.identify();
        hall.wish(staff(new UpkeepWish.Open()), new Wish.End());
        hall.page(Page.Ended.class);
        assertTrue(hall.happened(EventKind.WIPED));
    }

    @Test
    void whoGoesAwayLeavesNoBoardOpen() {
        hall.signIn();
        hall.clock.forward(Duration.ofMinutes(14));
        hall.settle();
        hall.page(StaffPage.Maintenance.class);
        hall.clock.forward(Duration.ofMinutes(2));
        hall.settle();
        hall.page(Page.Attract.class);
        assertTrue(hall.happened(EventKind.UPKEEP_ENDED));
    }

    @Test
    void aHalfTypedPinIsNotLeftForTheNext() {
        card();
        hall.wish(staff(new UpkeepWish.Pin("2461")));
        hall.clock.forward(Duration.ofSeconds(61));
        hall.settle();
        hall.page(Page.Attract.class);
        card();
        assertEquals(new StaffPage.StaffSignIn(Asks.PIN, 0, Optional.empty()), hall.page());
    }

    @Test
    void serviceOpensWhenNothingIsLeftToDo() {
        StaffPage.Maintenance board = hall.signIn();
        assertTrue(board.readiness().open());
        hall.wish(staff(new UpkeepWish.Serve()));
        hall.page(Page.Attract.class);
    }

    @Test
    void serviceStaysClosedWhileSomethingIsLeftToDo() {
        hall.outbox.room = new Room.Broken("DISK");
        hall.pass(Duration.ofMinutes(1));
        hall.signIn();
        hall.wish(staff(new UpkeepWish.Serve()));
        assertEquals(Doing.NOT_YET, hall.page(StaffPage.Maintenance.class).doing());
    }

    @Test
    void staffWhoHaveSignedInWorkInTheOpenHousingAndMustCloseIt() {
        hall.visit().sensed(Sense.DOOR, Reading.YES);
        hall.settle();
        hall.page(Page.Attract.class);
        StaffPage.Maintenance board = hall.signIn();
        assertEquals(
                Part.of(Part.Own.HOUSING, Part.Standing.TO_DO, Optional.of("HOUSING-OPEN")),
                board.readiness().jobs().getFirst());
        hall.visit().sensed(Sense.DOOR, Reading.NO);
        hall.settle();
        assertTrue(hall.page(StaffPage.Maintenance.class).readiness().open());
    }

    @Test
    void aPersonJudgesTheTestPage() {
        hall.signIn();
        hall.printer.quick = true;
        hall.wish(staff(new UpkeepWish.PrintTest()));
        hall.page(StaffPage.JudgeTestPage.class);
        hall.wish(staff(new UpkeepWish.Judge(false)));
        assertEquals(Doing.PRINT_FAILED, hall.page(StaffPage.Maintenance.class).doing());
        assertTrue(hall.happened(EventKind.TEST_PAGE_JUDGED));
    }

    private void tryScan(Trial.From from) {
        hall.wish(staff(new UpkeepWish.TryScan()), staff(new UpkeepWish.TakeTrial(from)));
    }

    @Test
    void aPersonJudgesThePictureOfTheTestPageAndItIsForgotten() {
        hall.tray.next = Optional.of(new PageTray.Taken.Page(FakeTray.photographed()));
        hall.signIn();
        tryScan(Trial.From.CAMERA);
        Inspection seen = hall.page(StaffPage.TestScan.class).seen().orElseThrow();
        hall.wish(staff(new UpkeepWish.Judge(true)));
        assertEquals(Doing.NOTHING, hall.page(StaffPage.Maintenance.class).doing());
        assertTrue(hall.happened(EventKind.TEST_SCAN_JUDGED));
        assertEquals(0, seen.whole().at(0, 0));
        assertEquals(0, seen.piece().at(0, 0));
        assertTrue(hall.outbox.notes.isEmpty());
    }

    @Test
    void goingBackFromThePictureForgetsItToo() {
        hall.tray.next = Optional.of(new PageTray.Taken.Page(FakeTray.photographed()));
        hall.signIn();
        tryScan(Trial.From.CAMERA);
        Inspection seen = hall.page(StaffPage.TestScan.class).seen().orElseThrow();
        hall.wish(new Wish.Back());
        hall.page(StaffPage.Maintenance.class);
        assertFalse(hall.happened(EventKind.TEST_SCAN_JUDGED));
        assertEquals(0, seen.whole().at(0, 0));
    }

    @Test
    void theFeederTakesOneSheetForTheTest() {
        hall.scanner.sources = Set.of(Scanner.Source.FEEDER);
        hall.signIn();
        tryScan(Trial.From.FEEDER);
        assertEquals(Trial.Step.TAKING, hall.page(StaffPage.TestScan.class).step());
        assertEquals(1, hall.scanner.job.orElseThrow().most());
        hall.scanner.draw("photograph");
        hall.scanner.end();
        hall.settle();
        assertTrue(hall.page(StaffPage.TestScan.class).seen().isPresent());
        hall.wish(staff(new UpkeepWish.Judge(false)), staff(new UpkeepWish.Report()));
        assertTrue(hall.events.stream()
                .anyMatch(event -> event.kind() == EventKind.TEST_SCAN_JUDGED
                        && "BAD".equals(event.values().get(Key.PLACE))
                        && "FEEDER".equals(event.values().get(Key.DEVICE))));
    }

    @Test
    void whatCannotBeTakenSaysSoAndIsTriedAgain() {
        hall.tray.next = Optional.of(new PageTray.Taken.Refused(ScanningPage.Materials.Hint.REFUSED_BLURRED));
        hall.signIn();
        tryScan(Trial.From.CAMERA);
        assertEquals(Trial.Step.FAILED, hall.page(StaffPage.TestScan.class).step());
        hall.tray.next = Optional.of(new PageTray.Taken.Page(FakeTray.photographed()));
        hall.wish(staff(new UpkeepWish.TakeTrial(Trial.From.CAMERA)));
        assertEquals(Trial.Step.SHOWN, hall.page(StaffPage.TestScan.class).step());
    }

    @Test
    void anEmptyFeederIsNoPicture() {
        hall.scanner.sources = Set.of(Scanner.Source.FEEDER);
        hall.scanner.refusal = Optional.of(FakeScanner.fault(Fault.Kind.MEDIA, "EMPTY"));
        hall.signIn();
        tryScan(Trial.From.FEEDER);
        assertEquals(Trial.Step.FAILED, hall.page(StaffPage.TestScan.class).step());
    }

    @Test
    void theReportIsSignedAndKeptBeforeItIsPrinted() {
        hall.signIn();
        hall.printer.quick = true;
        hall.wish(staff(new UpkeepWish.Report()));
        StaffPage.Maintenance board = hall.page(StaffPage.Maintenance.class);
        assertEquals(Doing.REPORTED, board.doing());
        assertEquals(Optional.of(new ReportStanding(Paper.PRINTED, Way.KEPT)), board.report());
        assertEquals("readiness", hall.printer.jobs.getLast().document().name());
        assertEquals(Stock.PLAIN, hall.printer.jobs.getLast().document().stock());
        Note kept = hall.outbox.notes.getLast();
        assertEquals(Note.Kind.READINESS, kept.kind());
        assertEquals(
                new Verdict.Holds(hall.clock.instant().truncatedTo(ChronoUnit.SECONDS), "READY"),
                SignedPaper.check(kept.body(), "0137", Hall.KEYS.getPublic()));
        assertEquals(1, board.waiting().notes());
        assertTrue(hall.happened(EventKind.REPORT_KEPT));
    }

    @Test
    void thatTheCentreHasTheReportIsSaidWhenTheCentreSaysSo() {
        hall.signIn();
        hall.printer.quick = true;
        hall.wish(staff(new UpkeepWish.Report()));
        String name = hall.outbox.notes.getLast().name();
        hall.visit().noteEnded(new Note.End(Note.Kind.READINESS, "another", Optional.empty()));
        hall.visit().noteEnded(new Note.End(Note.Kind.TROUBLE, name, Optional.empty()));
        hall.settle();
        assertEquals(Way.KEPT, hall.page(StaffPage.Maintenance.class).report().orElseThrow().way());
        hall.visit().noteEnded(new Note.End(Note.Kind.READINESS, name, Optional.empty()));
        hall.settle();
        assertEquals(Way.AT_CENTRE, hall.page(StaffPage.Maintenance.class).report().orElseThrow().way());
    }

    @Test
    void aReportThatTheDiskDoesNotTakeIsNotSaidToBeKept() {
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        hall.signIn();
        hall.printer.quick = true;
        hall.wish(staff(new UpkeepWish.Report()));
        assertEquals(
                Optional.of(new ReportStanding(Paper.PRINTED, Way.NOT_KEPT)),
                hall.page(StaffPage.Maintenance.class).report());
    }

    @Test
    void aReportThatIsNotOnPaperIsKeptAllTheSame() {
        hall.signIn();
        hall.printer.quick = false;
        hall.wish(staff(new UpkeepWish.Report()));
        hall.printer.jobs.getLast().listener().happened(new PrintEvent.Waiting(
                new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PRINTER-MEDIA-EMPTY"), 0));
        hall.settle();
        StaffPage.Maintenance board = hall.page(StaffPage.Maintenance.class);
        assertEquals(Doing.REPORT_FAILED, board.doing());
        assertEquals(Optional.of(new ReportStanding(Paper.NOT_YET, Way.KEPT)), board.report());
    }

    @Test
    void aHelperIsLedStepByStep() {
        hall.signIn();
        hall.wish(staff(new UpkeepWish.Lead(Guidance.CHANGE_PAPER)));
        hall.wish(new Wish.Next(), new Wish.Next(), new Wish.Back());
        assertEquals(new StaffPage.Led(Guidance.CHANGE_PAPER, 1), hall.page());
        hall.wish(new Wish.Next(), new Wish.Next(), new Wish.Next());
        assertInstanceOf(StaffPage.Maintenance.class, hall.page());
        assertTrue(hall.happened(EventKind.UPKEEP_DONE));
    }

    @Test
    void whatWasLeftBehindIsWrittenDownBeforeAnybodyGoesOn() {
        hall.signIn();
        hall.wish(staff(new UpkeepWish.Lead(Guidance.LEFT_BEHIND)));
        hall.wish(new Wish.Next(), new Wish.Next(), new Wish.Next());
        assertEquals(new StaffPage.Led(Guidance.LEFT_BEHIND, 2), hall.page());
        assertFalse(hall.happened(EventKind.LEFT_BEHIND_FOUND));
        hall.wish(staff(new UpkeepWish.Found(Guidance.Left.CARD)));
        hall.page(StaffPage.Maintenance.class);
        assertTrue(hall.happened(EventKind.LEFT_BEHIND_FOUND));
    }

    @Test
    void nothingOfTheStaffMembersCardIsLeft() {
        hall.signIn();
        assertTrue(hall.reader.forgotten > 0);
        assertFalse(hall.shown.toString().contains("李四"));
        hall.wish(staff(new UpkeepWish.Leave()));
        hall.identify();
    }
}
