package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.documents.PrintLedger.Asked;
import banyan.kiosk.documents.PrintLedger.Ending;
import banyan.kiosk.documents.PrintLedger.MayPrint;
import banyan.kiosk.documents.PrintLedger.Opened;
import banyan.kiosk.documents.PrintLedger.Written;
import banyan.acceptance.LedgerEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintLedgerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:46:31Z"), ZoneOffset.UTC);
    private static final String NUMBER = "3501-2026-0427-1192";

    @TempDir
    private Path folder;

    @Test
    void aCertificateNobodyPrintedMayBePrinted() {
        assertEquals(MayPrint.YES, open().mayPrint(NUMBER));
    }

    @Test
    void aPrintedCertificateIsNotPrintedAgain() {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        assertEquals(MayPrint.NO, ledger.mayPrint(NUMBER));
        assertEquals(new Written.Failed("LEDGER-PRINTED-BEFORE"), ledger.begin(NUMBER, 2));
    }

    @Test
    void halfAPrintIsForThePersonThereToJudge() {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 1, Ending.PARTLY);
        assertEquals(MayPrint.ASK, ledger.mayPrint(NUMBER));
    }

    @Test
    void afterAPowerCutInMidJobItAsks() {
        open().begin(NUMBER, 2);
        assertEquals(MayPrint.ASK, open().mayPrint(NUMBER));
    }

    @Test
    void aVoidedPaperMayBePrintedAnew() {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        assertInstanceOf(Written.Safe.class, ledger.voidLast(NUMBER));
        assertEquals(MayPrint.YES, open().mayPrint(NUMBER));
    }

    @Test
    void whatWasSafeIsThereAfterRestart() {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        assertEquals(MayPrint.NO, open().mayPrint(NUMBER));
    }

    @Test
    void aTornLastLineIsTakenOffAndTheRestHolds() throws IOException {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        Files.writeString(file(), "3 0123456789abcdef ASK", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        var again = open();
        assertEquals(1, again.damagedLines());
        assertEquals(MayPrint.NO, again.mayPrint(NUMBER));
        assertInstanceOf(Written.Safe.class, again.begin("another", 1));
        assertEquals(0, open().damagedLines());
    }

    @Test
    void anyCutLeavesALedgerThatNeverSaysYesToWhatWasPrinted() throws IOException {
        var ledger = open();
        long begun = job(ledger.begin(NUMBER, 2));
        int afterBegin = (int) Files.size(file());
        ledger.end(begun, 2, Ending.PRINTED);
        byte[] whole = Files.readAllBytes(file());
        for (int length = afterBegin; length <= whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            var expected = length == whole.length ? MayPrint.NO : MayPrint.ASK;
            assertEquals(expected, open().mayPrint(NUMBER), "cut at " + length);
        }
    }

    @Test
    void aFlippedBitIsSeenAndItsLineNotBelieved() throws IOException {
        var ledger = open();
        long job = job(ledger.begin(NUMBER, 2));
        ledger.end(job, 2, Ending.PRINTED);
        ledger.voidLast(NUMBER);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 30] ^= 1;
        Files.write(file(), bytes);
        var again = open();
        assertEquals(1, again.damagedLines());
        assertEquals(MayPrint.NO, again.mayPrint(NUMBER));
    }

    @Test
    void theFileNamesNoCertificateAndNoMinute() throws IOException {
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        var text = Files.readString(file(), StandardCharsets.US_ASCII);
        assertFalse(text.contains("3501"), "not the certificate's number");
        assertTrue(
                text.lines().allMatch(line -> line.split(" ", -1)[5].equals("498660")), "hours, not minutes: " + text);
    }

    @Test
    void jobsAreNumberedOnAfterRestart() {
        long first = job(open().begin("one", 1));
        long second = job(open().begin("two", 1));
        assertEquals(first + 1, second);
    }

    @Test
    void anEndOfAJobNobodyBeganIsRefused() {
        assertEquals(new Written.Failed("LEDGER-NO-SUCH-JOB"), open().end(77, 1, Ending.PRINTED));
    }

    @Test
    void aLedgerThatCannotBeOpenedIsAValue() throws IOException {
        Files.createDirectory(file());
        assertEquals(new Opened.Failed("LEDGER-UNREADABLE"), PrintLedger.open(file(), CLOCK));
    }

    @Test
    void aFullLedgerForgetsWhatIsHalfAYearOld() throws IOException {
        long now = CLOCK.instant().getEpochSecond() / 3600;
        long old = now - PrintLedger.KEPT.toHours() - 1;
        var lines = new StringBuilder();
        for (int i = 1; lines.length() <= PrintLedger.COMPACT_ABOVE; i++) {
            var name = LedgerLine.nameOf("old " + i);
            lines.append(new LedgerLine(i, name, LedgerLine.Kind.PRINTED, 1, 1, old).text())
                    .append('\n');
        }
        lines.append(new LedgerLine(900_000, LedgerLine.nameOf(NUMBER), LedgerLine.Kind.PRINTED, 2, 2, now - 1).text())
                .append('\n');
        Files.writeString(file(), lines, StandardCharsets.US_ASCII);
        var ledger = open();
        assertEquals(MayPrint.NO, ledger.mayPrint(NUMBER));
        assertEquals(MayPrint.YES, ledger.mayPrint("old 1"));
        assertTrue(Files.size(file()) < 200, "one line is left");
        assertEquals(900_001, job(ledger.begin("new", 1)));
        assertEquals(MayPrint.ASK, open().mayPrint("new"));
    }

    @Test
    void howAJobEndedIsOwedUntilItIsToldAlsoAcrossAPowerCut() {
        var ledger = open();
        long job = job(ledger.begin(NUMBER, 2));
        assertEquals(List.of(), ledger.owed());
        ledger.end(job, 2, Ending.PRINTED);
        ledger.voidLast(NUMBER);
        var again = open();
        assertEquals(
                List.of(LedgerEntry.Ending.PRINTED, LedgerEntry.Ending.VOIDED),
                again.owed().stream().map(LedgerEntry::ending).toList());
        assertEquals(new Written.Failed("LEDGER-NOT-OWED"), again.told(again.owed().getLast()));
        assertInstanceOf(Written.Safe.class, again.told(again.owed().getFirst()));
        assertEquals(again.owed(), open().owed());
        assertEquals(LedgerEntry.Ending.VOIDED, again.owed().getFirst().ending());
        again.told(again.owed().getFirst());
        assertEquals(List.of(), open().owed());
        assertEquals(MayPrint.YES, open().mayPrint(NUMBER));
    }

    @Test
    void anyCutLosesNoWordThatIsOwed() throws IOException {
        var ledger = open();
        ledger.end(job(ledger.begin("one", 1)), 1, Ending.PRINTED);
        ledger.end(job(ledger.begin(NUMBER, 2)), 1, Ending.PARTLY);
        var owed = ledger.owed();
        int before = (int) Files.size(file());
        ledger.told(owed.getFirst());
        byte[] whole = Files.readAllBytes(file());
        for (int length = before; length <= whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertEquals(length == whole.length ? owed.subList(1, 2) : owed, open().owed(), "cut at " + length);
        }
    }

    @Test
    void linesOfBeforeThereWasAnybodyToTellAreOwedToNobody() throws IOException {
        Files.writeString(
                file(),
                new LedgerLine(1, LedgerLine.nameOf("old"), LedgerLine.Kind.PRINTED, 1, 1, 498_000).text() + "\n",
                StandardCharsets.US_ASCII);
        var ledger = open();
        ledger.end(job(ledger.begin(NUMBER, 2)), 2, Ending.PRINTED);
        assertEquals(List.of(2L), open().owed().stream().map(LedgerEntry::job).toList());
        assertEquals(MayPrint.NO, open().mayPrint("old"));
    }

    @Test
    void whatIsOwedOutlivesTheWritingAnew() throws IOException {
        var ledger = open();
        ledger.end(job(ledger.begin("told", 1)), 1, Ending.PRINTED);
        ledger.told(ledger.owed().getFirst());
        ledger.end(job(ledger.begin(NUMBER, 2)), 1, Ending.PARTLY);
        ledger.voidLast(NUMBER);
        ledger.begin(NUMBER, 2);
        var owed = ledger.owed();
        long now = CLOCK.instant().getEpochSecond() / 3600;
        var filling = new StringBuilder();
        String begun = new LedgerLine(3, LedgerLine.nameOf(NUMBER), LedgerLine.Kind.ASKED, 2, 0, now).text() + "\n";
        while (filling.length() <= PrintLedger.COMPACT_ABOVE) {
            filling.append(begun);
        }
        Files.writeString(file(), filling, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        assertEquals(owed, open().owed());
        assertTrue(Files.size(file()) < 400);
        assertEquals(owed, open().owed());
        assertEquals(MayPrint.ASK, open().mayPrint(NUMBER));
        assertEquals(MayPrint.NO, open().mayPrint("told"));
    }

    @Test
    void whatIsNotOnTheDiskIsNotSafe() {
        var ledger = open();
        ledger.close();
        assertEquals(new Written.Failed("LEDGER-NOT-WRITTEN"), ledger.begin(NUMBER, 2));
    }

    @Test
    void aJobWhoseEndIsNotWrittenIsLeftToTheNextProgramOnly() {
        var ledger = open();
        ledger.end(job(ledger.begin("done", 1)), 1, Ending.PRINTED);
        long first = job(ledger.begin("one", 1));
        long second = job(ledger.begin(NUMBER, 2));
        assertEquals(List.of(), ledger.left());
        var expected = new Asked(second, 2, second + "-498660");
        assertEquals(Optional.of(expected), ledger.asked(second));
        var again = open();
        job(again.begin("ours", 1));
        assertEquals(List.of(expected, new Asked(first, 1, first + "-498660")), again.left());
        again.end(second, 2, Ending.PRINTED);
        assertEquals(Optional.empty(), again.asked(second));
        assertEquals(1, again.left().size());
        assertEquals(MayPrint.NO, again.mayPrint(NUMBER));
    }

    private Path file() {
        return folder.resolve("printed");
    }

    private PrintLedger open() {
        return assertInstanceOf(Opened.Open.class, PrintLedger.open(file(), CLOCK))
                .ledger();
    }

    private static long job(Written written) {
        return assertInstanceOf(Written.Safe.class, written).job();
    }
}
