package banyan.kiosk.visit;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.deposit.Cell;
import banyan.kiosk.deposit.CellBook;
import java.util.ArrayList;
import java.util.List;

/** Keeps for sending what the centre is owed about cells; only then the book forgets that it is owed. */
final class CellNotes {
    private CellNotes() {}

    /** Blocks: for the disk's thread. What is not kept now stays owed. Repeats have one effect, for they say the same. */
    static void send(CellBook book, Outbox outbox) {
        for (Cell cell : book.owed()) {
            if (notes(cell).stream().allMatch(note -> outbox.append(note) instanceof Appended.Kept)) {
                var _ = book.told(cell);
            }
        }
    }

    private static List<Note> notes(Cell cell) {
        List<Note> notes = new ArrayList<>();
        if (cell.owed()) {
            notes.add(Note.of(cell.deposit(), cell.word()));
        }
        cell.taken().ifPresent(taken -> notes.add(Note.of(cell.deposit(), taken)));
        return notes;
    }
}
