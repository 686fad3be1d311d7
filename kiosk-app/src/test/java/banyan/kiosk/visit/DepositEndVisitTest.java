package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The visit or the program ends while an original is on its way into the cabinet. */
class DepositEndVisitTest extends AtTheCabinet {
    @Test
    void whoEndsWithTheDoorOpenLeavesItUncertain() {
        toOpenDoor();
        hall.wish(new Wish.End());
        hall.sheet(Sheet.ConfirmEnd.class);
        hall.wish(new Wish.EndForSure());
        hall.page(Page.Ended.class);
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
        assertTrue(book().contains(" UNCERTAIN TOLD"), book());
    }

    @Test
    void whoGoesAwayWithoutSayingThatItIsInLeavesItUncertain() {
        toClosedDoor();
        hall.pass(Duration.ofSeconds(71));
        hall.page(Page.Ended.class);
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    @Test
    void whenTheHousingIsOpenedItIsUncertain() {
        toOpenDoor();
        hall.visit().sensed(Sense.DOOR, Reading.YES);
        hall.settle();
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    /** After every single thing that is done for a deposit the program dies; no cell is ever lost or given twice. */
    @Test
    void killedAnywhereTheCellIsUncertainOrDepositedAndGivenToNobodyElse() {
        int died = 0;
        for (int after = 0; after < 12; after++) {
            Path disk = folder.resolve("killed-" + after);
            folder(disk);
            hall = new Hall(disk, false, true);
            toDeposit();
            hall.visit().wish(new Wish.OpenCell());
            hall.settle(after);
            if (after > 6) {
                hall.cabinet.push(1);
                hall.pass(SECOND);
                hall.visit().wish(new Wish.Deposited(true));
                hall.settle(after - 7);
            }
            boolean opened = !hall.cabinet.unlocked.isEmpty();
            boolean promised = hall.page() instanceof KeepingPage.Received;
            hall.crash();
            boolean free = hall.cells().free(1);
            assertFalse(opened && free, "opened, and free after dying at " + after);
            if (!free) {
                died++;
                String word = told().getLast();
                assertTrue(word.contains("UNCERTAIN") || word.contains("DEPOSITED"), word);
                assertFalse(promised && word.contains("UNCERTAIN"), "promised, and uncertain after dying at " + after);
                assertEquals(List.of(), hall.cells().owed(), "the centre is told at once");
                assertEquals(1, told().stream().distinct().count(), "and never two different things");
            }
            hall.cabinet.unlocked.clear();
            toDeposit();
            hall.wish(new Wish.OpenCell());
            assertEquals(List.of(free ? 1 : 2), hall.cabinet.unlocked);
        }
        assertTrue(died > 6);
    }

    private static void folder(Path disk) {
        try {
            Files.createDirectories(disk);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void whatTheJournalCannotTakeStaysOwedAndIsToldLater() {
        toClosedDoor();
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        hall.wish(new Wish.Deposited(true));
        hall.page(KeepingPage.Received.class);
        assertTrue(book().contains(" DEPOSITED OWED"), book());
        hall.outbox.noteAnswer = Optional.empty();
        hall.wish(new Wish.End());
        hall.pass(Duration.ofSeconds(70));
        assertTrue(book().contains(" DEPOSITED TOLD"), book());
        says(told().getLast(), "\"how\":\"DEPOSITED\"");
    }
}
