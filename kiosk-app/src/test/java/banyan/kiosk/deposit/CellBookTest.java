package banyan.kiosk.deposit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Deposit.How;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.SubmissionId;
import banyan.kiosk.deposit.CellBook.Opened;
import banyan.kiosk.deposit.CellBook.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of the cells, and what is left of it when the power goes after each of its lines. */
class CellBookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:05:07.654Z");
    private static final Instant SECOND = Instant.parse("2026-11-22T10:05:07Z");
    private static final SubmissionId CASE = SubmissionId.random();
    private static final List<String> PAPERS = List.of("workProof", "paymentProof");

    @TempDir
    Path folder;

    private final UUID deposit = UUID.randomUUID();
    private Path file;
    private CellBook book;

    @BeforeEach
    void begin() {
        file = folder.resolve("cells.book");
        book = opened();
    }

    private CellBook opened() {
        return assertInstanceOf(Opened.Open.class, CellBook.open(file)).book();
    }

    private static void safe(Written written) {
        assertEquals(new Written.Safe(), written);
    }

    private void opening() {
        safe(book.begin(2, deposit, CASE, PAPERS, NOW));
    }

    @Test
    void beforeAnythingWasWrittenEveryCellIsFree() {
        assertTrue(book.free(1));
        assertEquals(List.of(), book.occupied());
        assertFalse(Files.exists(file));
    }

    @Test
    void aCellThatIsBeingOpenedIsGivenToNobodyElse() {
        opening();
        assertFalse(book.free(2));
        assertTrue(book.free(1));
        assertEquals(
                new Written.Failed("CELL-NOT-FREE"), book.begin(2, UUID.randomUUID(), CASE, PAPERS, NOW));
        assertEquals(List.of(), book.owed());
    }

    @Test
    void whenThePowerGoesWhileItIsOpenNobodyKnowsAndTheCentreIsOwedThat() {
        opening();
        CellBook after = opened();
        assertFalse(after.free(2));
        Cell cell = after.owed().getFirst();
        assertEquals(Optional.of(How.UNCERTAIN), cell.how());
        assertEquals(new banyan.acceptance.Deposit(CASE, 2, PAPERS, How.UNCERTAIN, SECOND), cell.word());
        assertEquals(deposit, cell.deposit());
        assertEquals(List.of(cell), opened().owed(), "and again after another power cut");
    }

    @Test
    void whatIsToldIsOwedNoMoreAndStillLiesThere() {
        opening();
        CellBook after = opened();
        safe(after.told(after.owed().getFirst()));
        assertEquals(List.of(), after.owed());
        assertEquals(List.of(), opened().owed());
        assertFalse(opened().free(2));
        assertTrue(opened().toEmpty().getFirst().uncertain());
    }

    @Test
    void aDepositIsOwedUntilItIsToldThroughAPowerCut() {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        CellBook after = opened();
        assertEquals(Optional.of(How.DEPOSITED), after.owed().getFirst().how());
        assertFalse(after.toEmpty().getFirst().uncertain());
        safe(after.told(after.owed().getFirst()));
        assertEquals(List.of(), opened().owed());
        assertFalse(opened().free(2));
    }

    @Test
    void theFirstWordAboutADepositStands() {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        safe(book.end(deposit, How.UNCERTAIN));
        assertEquals(Optional.of(How.DEPOSITED), opened().occupied().getFirst().how());
    }

    @Test
    void whatWasEmptiedIsFreeOnlyWhenTheCentreIsToldOfIt() {
        opening();
        safe(book.end(deposit, How.EMPTY));
        safe(book.told(book.owed().getFirst()));
        safe(book.emptied(2, false, "3302", NOW));
        assertFalse(book.free(2));
        assertEquals(List.of(), book.toEmpty());
        CellBook after = opened();
        Cell owed = after.owed().getFirst();
        assertEquals(Optional.of(new DepositTaken(false, "3302", SECOND)), owed.taken());
        assertFalse(owed.owed(), "the deposit itself was told before");
        safe(after.told(owed));
        assertTrue(after.free(2));
        assertTrue(opened().free(2));
    }

    @Test
    void whatWasEmptiedBeforeItWasToldIsOwedBoth() {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        safe(book.emptied(2, true, "3302", NOW));
        Cell owed = opened().owed().getFirst();
        assertTrue(owed.owed());
        assertTrue(owed.taken().isPresent());
    }

    @Test
    void whatChangedWhileItWasToldStaysOwed() {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        Cell asTold = book.owed().getFirst();
        safe(book.emptied(2, true, "3302", NOW));
        assertEquals(new Written.Failed("CELL-CHANGED"), book.told(asTold));
        assertFalse(book.free(2));
    }

    @Test
    void aCellThatACitizenStandsAtIsNotEmptied() {
        opening();
        assertEquals(new Written.Failed("CELL-NOT-TO-EMPTY"), book.emptied(2, true, "3302", NOW));
        assertEquals(new Written.Failed("CELL-NOT-TO-EMPTY"), book.emptied(1, true, "3302", NOW));
    }

    @Test
    void whatCannotBeWrittenDidNotHappen() throws IOException {
        opening();
        Files.createDirectory(folder.resolve("cells.book.new"));
        assertEquals(new Written.Failed("CELL-BOOK-NOT-WRITTEN"), book.end(deposit, How.DEPOSITED));
        assertEquals(
                new Written.Failed("CELL-BOOK-NOT-WRITTEN"), book.begin(1, UUID.randomUUID(), CASE, PAPERS, NOW));
        assertFalse(book.ended(deposit));
        assertTrue(book.free(1));
        Files.delete(folder.resolve("cells.book.new"));
        safe(book.end(deposit, How.DEPOSITED));
    }

    @Test
    void aHalfWrittenNewBookChangesNothing() throws IOException {
        opening();
        Files.writeString(folder.resolve("cells.book.new"), "2 half");
        assertFalse(opened().free(2));
    }

    @Test
    void anySpoiledByteMakesTheBookUnreadableAndNeverACellFree() throws IOException {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] spoiled = whole.clone();
            spoiled[at] ^= 1;
            Files.write(file, spoiled);
            assertInstanceOf(Opened.Unreadable.class, CellBook.open(file), "byte " + at);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertInstanceOf(Opened.Unreadable.class, CellBook.open(file), "cut to " + length);
        }
    }

    @Test
    void theLongestWaitingIsEmptiedFirst() {
        opening();
        safe(book.end(deposit, How.DEPOSITED));
        UUID earlier = UUID.randomUUID();
        safe(book.begin(3, earlier, CASE, PAPERS, NOW.minusSeconds(60)));
        safe(book.end(earlier, How.UNCERTAIN));
        assertEquals(List.of(3, 2), book.toEmpty().stream().map(Cell::number).toList());
    }

    @Test
    void nothingInItIsAboutAPerson() throws IOException {
        opening();
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        assertTrue(
                text.matches("2 %s %s workProof,paymentProof [0-9]+ OPENING TOLD\nend [0-9a-f]{8}\n".formatted(deposit, CASE)),
                text);
    }
}
