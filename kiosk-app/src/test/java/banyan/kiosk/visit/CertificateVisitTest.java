package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.device.Fault;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.Stock;
import banyan.kiosk.documents.PrintLedger.MayPrint;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate, and everything that may happen to its paper. */
class CertificateVisitTest {
    private static final Fault GONE = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-GONE");

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void print() {
        hall = new Hall(folder);
        hall.printer.quick = false;
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.CERTIFICATE), new Wish.Print());
    }

    private void happens(PrintEvent event) {
        hall.printer.last().listener().happened(event);
        hall.settle();
    }

    private PaperPage.Trouble trouble(TroubleKind kind) {
        var trouble = hall.page(PaperPage.Trouble.class);
        assertEquals(kind, trouble.kind());
        return trouble;
    }

    private List<Note.Kind> notes() {
        return hall.outbox.notes.stream().map(Note::kind).toList();
    }

    @Test
    void paperIsSaidToComeOutOnlyWhenThePrinterHasTheDocument() {
        var other = new Hall(folder.resolve("other"));
        other.printer.quick = false;
        other.identify();
        other.wish(new Wish.OpenItem(Hall.CERTIFICATE));
        other.wishOnly(new Wish.Print());
        assertFalse(other.page(PaperPage.Printing.class).taken());
        other.settle();
        assertTrue(other.page(PaperPage.Printing.class).taken());
    }

    @Test
    void aCertificateIsAskedForOnItsOwnPaper() {
        assertEquals(Stock.CERTIFICATE, hall.printer.last().document().stock());
    }

    @Test
    void pagesAreCountedAsTheyComeOut() {
        happens(new PrintEvent.PagesOut(1));
        var printing = hall.page(PaperPage.Printing.class);
        assertEquals(1, printing.pagesOut());
        assertFalse(printing.done());
    }

    @Test
    void thePrinterThatIsEmptyWaitsAndGoesOnByItself() {
        happens(new PrintEvent.Waiting(FakePrinter.EMPTY, 1));
        assertEquals(1, trouble(TroubleKind.PAPER_OUT).pagesOut());
        happens(new PrintEvent.GoingOn(1));
        hall.page(PaperPage.Printing.class);
        hall.printer.finish();
        hall.settle();
        assertTrue(hall.page(PaperPage.Printing.class).done());
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void aSheetThatIsToldAfterThePrinterStoppedEndsNoWaiting() {
        happens(new PrintEvent.Waiting(FakePrinter.EMPTY, 0));
        happens(new PrintEvent.PagesOut(1));
        assertEquals(1, trouble(TroubleKind.PAPER_OUT).pagesOut());
    }

    @Test
    void aPrinterThatSaysNothingIsNamedAndForgivenOnceItSpeaks() {
        hall.pass(Duration.ofMinutes(2));
        trouble(TroubleKind.PRINTER_SILENT);
        happens(new PrintEvent.PagesOut(1));
        assertEquals(1, hall.page(PaperPage.Printing.class).pagesOut());
    }

    @Test
    void whatNobodyKnowsIsNeverCalledPrinted() {
        happens(new PrintEvent.Uncertain(GONE, 0));
        trouble(TroubleKind.PRINT_UNCERTAIN);
        assertTrue(hall.happened(EventKind.PRINT_ENDED));
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void afterABreakAnotherCertificateIsAskedForAndTheFirstIsVoid() {
        happens(new PrintEvent.Broken(GONE, 0));
        trouble(TroubleKind.PRINTER_GONE);
        hall.wish(new Wish.Take(PaperPage.WayOn.RETRY));
        assertEquals(2, hall.centre.orders.size());
        assertEquals(List.of(Note.Kind.PRINTED, Note.Kind.VOID), notes());
        assertEquals(2, hall.printer.jobs.size());
    }

    @Test
    void theLedgersLinesGoToTheCentreAndSoDoesTheConsent() {
        hall.printer.finish();
        hall.settle();
        hall.wish(new Wish.Misprinted());
        assertEquals(
                List.of("CONSENT", "PRINTED", "VOIDED"),
                hall.outbox.evidence.stream()
                        .limit(3)
                        .map(note -> note.kind() == Note.Kind.LEDGER
                                ? note.name().replaceFirst("^[0-9]+-[0-9]+-", "")
                                : note.kind().name())
                        .sorted()
                        .toList());
    }

    @Test
    void aLedgerLineThatCouldNotBeKeptIsKeptLater() {
        hall.outbox.evidence.clear();
        hall.outbox.evidenceAnswer = Optional.of(new Appended.Failed("JOURNAL-BUSY"));
        hall.printer.finish();
        hall.settle();
        assertEquals(List.of(), hall.outbox.evidence);
        hall.outbox.evidenceAnswer = Optional.empty();
        hall.wish(new Wish.End());
        hall.pass(Duration.ofMinutes(3));
        assertEquals(
                List.of(Note.Kind.LEDGER), hall.outbox.evidence.stream().map(Note::kind).toList());
    }

    @Test
    void stoppingVoidsWhatMayHaveComeOut() {
        hall.wish(new Wish.StopPrinting());
        assertEquals(1, hall.printer.cancelled);
        assertEquals(List.of(Note.Kind.PRINTED, Note.Kind.VOID), notes());
        hall.page(PaperPage.Result.class);
    }

    @Test
    void aBadCopyIsVoidAndReplacedByAnotherOne() {
        hall.printer.finish();
        hall.settle();
        hall.wish(new Wish.Misprinted());
        assertEquals(List.of(Note.Kind.PRINTED, Note.Kind.VOID), notes());
        assertEquals(2, hall.centre.orders.size());
        assertEquals(2, hall.printer.jobs.size());
        assertTrue(hall.happened(EventKind.CERTIFICATE_VOIDED));
    }

    @Test
    void helpOnTheTroublePageIsKeptForTheStaffOnce() {
        happens(new PrintEvent.Waiting(FakePrinter.EMPTY, 1));
        hall.wish(new Wish.CannotDo());
        assertTrue(hall.sheet(Sheet.CannotDo.class).sent());
        assertEquals(List.of(Note.Kind.TROUBLE), notes());
        assertTrue(hall.happened(EventKind.HELP_ASKED));
    }

    private String nameInThePrinter() {
        return hall.printer.last().document().name();
    }

    private String numberOfTheFirst() {
        return hall.centre.issued.values().iterator().next().number();
    }

    /** The program dies while the first certificate is printed; another citizen wants one afterwards. */
    private void crashAndPrintAnother(Found found) {
        hall.printer.found.put(nameInThePrinter(), found);
        hall.crash();
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.CERTIFICATE), new Wish.Print());
    }

    @Test
    void everyCertificateHasANameOfItsOwnInThePrinterAndNothingOfThePersonInIt() {
        String first = nameInThePrinter();
        assertTrue(first.matches("certificate-0137-1-\\d+"), first);
        hall.printer.finish();
        hall.settle();
        hall.wish(new Wish.Misprinted());
        assertTrue(nameInThePrinter().matches("certificate-0137-2-\\d+"), nameInThePrinter());
    }

    @Test
    void afterACrashThePrinterIsAskedWhatBecameOfTheJobAndItsWordIsWrittenDown() {
        String number = numberOfTheFirst();
        String name = nameInThePrinter();
        assertEquals(MayPrint.ASK, hall.mayPrint(number));
        crashAndPrintAnother(new Found.Ended(new PrintEvent.Printed(2)));
        assertEquals(List.of(name), hall.printer.looked);
        assertEquals(MayPrint.NO, hall.mayPrint(number));
        assertTrue(hall.happened(EventKind.PRINT_FOUND));
        assertEquals(2, hall.printer.jobs.size());
    }

    @Test
    void whatThePrinterDoesNotKnowStaysUnknown() {
        String number = numberOfTheFirst();
        crashAndPrintAnother(new Found.NotKnown());
        assertEquals(MayPrint.ASK, hall.mayPrint(number));
        assertFalse(hall.happened(EventKind.PRINT_FOUND));
    }

    @Test
    void aJobThatIsStillUnderWayAfterACrashIsNotCalledPrinted() {
        String number = numberOfTheFirst();
        crashAndPrintAnother(new Found.UnderWay(1));
        assertEquals(MayPrint.ASK, hall.mayPrint(number));
    }

    @Test
    void aPrinterThatIsNotSureSettlesNothing() {
        String number = numberOfTheFirst();
        crashAndPrintAnother(new Found.Ended(new PrintEvent.Uncertain(GONE, 1)));
        assertEquals(MayPrint.ASK, hall.mayPrint(number));
        assertFalse(hall.happened(EventKind.PRINT_FOUND));
    }

    @Test
    void aJobThatBrokeIsWrittenDownAsBrokenAndNotPrintedAgainUnasked() {
        String number = numberOfTheFirst();
        crashAndPrintAnother(new Found.Ended(new PrintEvent.Broken(GONE, 1)));
        assertEquals(MayPrint.ASK, hall.mayPrint(number));
        assertTrue(hall.happened(EventKind.PRINT_FOUND));
    }
}
