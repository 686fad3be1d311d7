package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Note;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A visit at a terminal with a document cabinet, up to wherever its original comes to. */
abstract class AtTheCabinet {
    static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, false, true);
    }

    void toPapers() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
    }

    ScanningPage.Materials papers() {
        return hall.page(ScanningPage.Materials.class);
    }

    KeepingPage.Deposit deposit() {
        return hall.page(KeepingPage.Deposit.class);
    }

    /** One paper is scanned, the other's original is to go into the cabinet. */
    void toDeposit() {
        toPapers();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.LeaveOriginal("paymentProof", true));
        hall.wish(new Wish.Next());
        hall.sign();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.settle();
    }

    void toOpenDoor() {
        toDeposit();
        hall.wish(new Wish.OpenCell());
        assertEquals(Phase.OPEN, deposit().phase());
    }

    void toClosedDoor() {
        toOpenDoor();
        hall.cabinet.push(1);
        hall.pass(SECOND);
        assertEquals(Phase.CLOSED, deposit().phase());
    }

    String book() {
        try {
            return Files.readString(folder.resolve("cells.book"), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> told() {
        return hall.outbox.notes.stream()
                .filter(note -> note.kind() == Note.Kind.DEPOSIT || note.kind() == Note.Kind.DEPOSIT_TAKEN)
                .map(note -> new String(note.body(), StandardCharsets.UTF_8))
                .toList();
    }

    static void says(String json, String... parts) {
        for (String part : parts) {
            assertTrue(json.contains(part), json);
        }
    }
}
