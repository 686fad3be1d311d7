package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.log.EventKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen thinks of the visit, said on the page of the receipt. */
class RatingVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
    }

    @Test
    void aGoodRatingGoesIntoTheOutboxAtOnceAndOnce() {
        hall.wish(new Wish.Rate(5), new Wish.Rate(1));
        assertEquals(
                List.of(Note.Kind.EVALUATION),
                hall.outbox.notes.stream().map(Note::kind).toList());
    }

    @Test
    void thanksAreSaidWhenTheOutboxHasItAndItCarriesTheReceiptsCode() {
        hall.wish(new Wish.Rate(5));
        assertEquals(KeepingPage.Rating.NOTED, hall.page(KeepingPage.Received.class).rating());
        String sent = new String(hall.outbox.notes.getFirst().body(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("\"proof\":\"48271093\""));
    }

    @Test
    void whatTheOutboxCouldNotKeepIsNotThankedForAndMayBeGivenAgain() {
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        hall.wish(new Wish.Rate(4));
        KeepingPage.Received page = hall.page(KeepingPage.Received.class);
        assertEquals(KeepingPage.Rating.NOT_KEPT, page.rating());
        assertEquals(OptionalInt.empty(), page.rated());
        assertFalse(hall.happened(EventKind.RATED));
        hall.outbox.noteAnswer = Optional.empty();
        hall.wish(new Wish.Rate(3));
        assertEquals(KeepingPage.Rating.NOTED, hall.page(KeepingPage.Received.class).rating());
        assertEquals(1, hall.outbox.notes.size());
        assertTrue(hall.happened(EventKind.RATED));
    }

    @Test
    void aBadRatingIsAskedForItsReasons() {
        hall.wish(new Wish.Rate(2));
        assertEquals(2, hall.sheet(Sheet.Reasons.class).level());
        assertEquals(List.of(), hall.outbox.notes);
        hall.wish(new Wish.Reason("slow", true), new Wish.GiveReasons());
        String sent = new String(hall.outbox.notes.getFirst().body(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("SLOW"));
        assertFalse(sent.contains("13805912671"));
    }

    @Test
    void aBadRatingIsSentEvenIfNobodyGivesReasons() {
        hall.wish(new Wish.Rate(1), new Wish.End());
        assertEquals(
                List.of(Note.Kind.EVALUATION),
                hall.outbox.notes.stream().map(Note::kind).toList());
    }
}
