package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who goes next; with waits that are over as soon as they begin, so that only the order counts. */
class TurnsTest {
    private static final Duration NOTHING = Duration.ofNanos(1);
    private static final Predicate<Pending> NOBODY = _ -> false;

    private final Turns turns = new Turns(new Sync.Pacing(NOTHING, NOTHING, NOTHING, NOTHING));
    private final Pending first = entry(1, Optional.empty(), "a");
    private final Pending second = entry(2, Optional.empty(), "b");
    private final Pending third = entry(3, Optional.empty(), "c");
    private final List<Pending> all = List.of(first, second, third);

    private static Pending entry(long order, Optional<Note.Kind> kind, String name) {
        return new Pending(
                order,
                kind,
                Sealed.What.SUBMISSION,
                name,
                name,
                order,
                0,
                Pending.State.KEPT,
                Pending.NO_CODE,
                Sha256.of(new byte[] {(byte) order}),
                List.of());
    }

    private void fails(Pending entry, Verdict why) {
        turns.later(entry, why, Optional.empty());
    }

    @Test
    void theOldestGoesFirst() {
        assertEquals(Optional.of(first), turns.next(all, NOBODY));
    }

    @Test
    void whatTheLineLostGoesAfterAllThatItDidNot() {
        fails(first, Verdict.WAY);
        assertEquals(Optional.of(second), turns.next(all, NOBODY));
        fails(second, Verdict.WAY);
        assertEquals(Optional.of(third), turns.next(all, NOBODY));
        fails(third, Verdict.WAY);
        fails(third, Verdict.WAY);
        assertEquals(Optional.of(first), turns.next(all, NOBODY));
        turns.taken(first);
        assertEquals(Optional.of(second), turns.next(List.of(second, third), NOBODY));
    }

    @Test
    void whatIsSetAsideIsNobodysTurnAndHoldsUpNothingOfItsName() {
        Pending aside = first.with(Pending.State.REFUSED, "ANSWERS-INVALID");
        Pending rating = entry(4, Optional.of(Note.Kind.EVALUATION), first.name());
        assertEquals(Optional.of(rating), turns.next(List.of(aside, rating), NOBODY));
        assertEquals(Optional.empty(), turns.next(List.of(aside), NOBODY));
    }

    @Test
    void whatIsAboutOneThingWaitsForWhatIsOlder() {
        Pending rating = entry(4, Optional.of(Note.Kind.EVALUATION), first.name());
        fails(first, Verdict.ENTRY);
        fails(first, Verdict.ENTRY);
        assertEquals(Optional.of(first), turns.next(List.of(first, rating), NOBODY));
        assertEquals(Optional.of(second), turns.next(List.of(first, rating, second), NOBODY));
    }

    @Test
    void whatTheCentreAskedOfOneEntryHoldsNobodyElse() {
        turns.later(first, Verdict.SOON, Optional.of(Duration.ofHours(1)));
        assertEquals(Optional.of(second), turns.next(all, NOBODY));
        turns.hurry();
        assertEquals(Optional.of(second), turns.next(all, NOBODY), "the centre's own wait was forgotten");
    }

    @Test
    void whatTheCentreAskedOfAllHoldsAll() {
        turns.later(first, Verdict.CENTRE, Optional.of(Duration.ofHours(1)));
        turns.hurry();
        assertEquals(Optional.empty(), turns.next(all, NOBODY));
        assertTrue(turns.heldFor() > Duration.ofMinutes(59).toNanos());
        assertTrue(turns.nanosLeft(all, NOBODY) > Duration.ofMinutes(59).toNanos());
    }

    @Test
    void whatIsUnderWayIsNobodysTurnAndNeitherIsWhatIsAboutTheSame() {
        Pending rating = entry(4, Optional.of(Note.Kind.EVALUATION), first.name());
        assertEquals(Optional.of(second), turns.next(List.of(first, rating, second), first::equals));
        assertEquals(Optional.empty(), turns.next(List.of(first, rating), first::equals));
        assertEquals(Long.MAX_VALUE, turns.nanosLeft(List.of(first, rating), first::equals));
    }

    @Test
    void aFailureOfTheCentreIsRememberedUntilItAnswers() {
        assertTrue(turns.goesWell());
        fails(first, Verdict.CENTRE);
        assertFalse(turns.goesWell());
        fails(second, Verdict.ENTRY);
        assertTrue(turns.goesWell());
        fails(first, Verdict.WAY);
        assertFalse(turns.goesWell());
        turns.taken(first);
        assertTrue(turns.goesWell());
    }
}
