package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Deposit.How;
import banyan.acceptance.SubmissionId;
import banyan.cache.Note;
import banyan.kiosk.deposit.CellBook;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Part.Standing;
import banyan.kiosk.visit.UpkeepPost.Cells.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff empty the cabinet. */
class CellsVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, false, true);
    }

    private void lies(int cell, How how) {
        UUID deposit = UUID.randomUUID();
        CellBook book = hall.cells();
        book.begin(cell, deposit, SubmissionId.random(), List.of("workProof"), hall.clock.instant());
        book.end(deposit, how);
        hall.visit().offersChanged();
        CellNotes.send(book, hall.outbox);
    }

    private static Wish staff(UpkeepWish wish) {
        return new Wish.OfStaff(wish);
    }

    private static Standing cells(StaffPage.Maintenance board) {
        return board.readiness().parts().stream()
                .filter(part -> part.is(Part.Own.CELLS))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private StaffPage.Cells page() {
        return hall.page(StaffPage.Cells.class);
    }

    private List<String> taken() {
        return hall.outbox.notes.stream()
                .filter(note -> note.kind() == Note.Kind.DEPOSIT_TAKEN)
                .map(note -> new String(note.body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void anEmptyCabinetIsNoJob() {
        assertEquals(Standing.READY, cells(hall.signIn()));
    }

    @Test
    void whatLiesThereInGoodOrderWaitsAndLocksNothing() {
        lies(2, How.DEPOSITED);
        assertEquals(Standing.ATTENTION, cells(hall.signIn()));
    }

    @Test
    void whatIsUncertainIsAJob() {
        lies(2, How.DEPOSITED);
        lies(3, How.UNCERTAIN);
        StaffPage.Maintenance board = hall.signIn();
        assertEquals(Standing.TO_DO, cells(board));
        assertFalse(board.readiness().open());
    }

    @Test
    void theListHasNumbersAndTimesAlone() {
        lies(3, How.UNCERTAIN);
        hall.pass(Duration.ofSeconds(60));
        lies(1, How.DEPOSITED);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()));
        assertEquals(List.of(3, 1), page().cells().stream().map(StaffPage.Cells.Row::cell).toList());
        assertEquals(
                List.of(true, false),
                page().cells().stream().map(StaffPage.Cells.Row::uncertain).toList());
    }

    @Test
    void openedClosedSaidAndFreeAgainAndTheCentreIsTold() {
        lies(2, How.DEPOSITED);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()), staff(new UpkeepWish.OpenCell(2)));
        assertEquals(Phase.OPEN, page().phase());
        hall.wish(staff(new UpkeepWish.Emptied(true)));
        assertEquals(Phase.OPEN, page().phase(), "not before the door is closed");
        hall.cabinet.push(2);
        hall.pass(Duration.ofSeconds(1));
        assertEquals(Phase.CLOSED, page().phase());
        hall.wish(staff(new UpkeepWish.Emptied(true)));
        assertEquals(List.of(), page().cells());
        assertTrue(hall.cells().free(2));
        assertEquals(1, taken().size());
        assertTrue(taken().getFirst().contains("\"found\":true"), taken().getFirst());
        assertTrue(taken().getFirst().contains("\"staff\":\"3302\""), taken().getFirst());
        assertTrue(hall.happened(EventKind.CELL_EMPTIED));
    }

    @Test
    void thatNothingLayThereIsToldToo() {
        lies(2, How.UNCERTAIN);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()), staff(new UpkeepWish.OpenCell(2)));
        hall.cabinet.push(2);
        hall.pass(Duration.ofSeconds(1));
        hall.wish(staff(new UpkeepWish.Emptied(false)));
        assertTrue(taken().getFirst().contains("\"found\":false"), taken().getFirst());
        assertTrue(hall.cells().free(2));
    }

    @Test
    void whatStaffDidNotSayAnythingAboutIsStillToBeEmptied() {
        lies(2, How.DEPOSITED);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()), staff(new UpkeepWish.OpenCell(2)));
        hall.wish(staff(new UpkeepWish.Leave()));
        hall.crash();
        assertFalse(hall.cells().free(2));
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()));
        assertEquals(1, page().cells().size());
    }

    @Test
    void aFreeCellIsNotOpenedForStaff() {
        lies(2, How.DEPOSITED);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()), staff(new UpkeepWish.OpenCell(1)));
        assertTrue(page().failed());
        assertEquals(List.of(), hall.cabinet.unlocked);
    }

    @Test
    void aCabinetThatDoesNotAnswerChangesNothing() {
        lies(2, How.DEPOSITED);
        hall.signIn();
        hall.wish(staff(new UpkeepWish.ShowCells()), staff(new UpkeepWish.OpenCell(2)));
        hall.cabinet.plugged = false;
        hall.pass(Duration.ofSeconds(1));
        assertTrue(page().failed());
        assertEquals(Phase.LIST, page().phase());
        assertFalse(hall.cells().free(2));
    }
}
