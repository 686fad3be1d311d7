package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed byte anywhere costs one record at most, and nothing ever reads otherwise. More: {@code ./kiosk crash --method flips}. */
class FlipsTest {
    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("banyan.seed", System.nanoTime());

    @Test
    void aChangedByteAnywhereCostsOneRecordAtMostAndNothingReadsOtherwise() throws IOException {
        Flips.Outcome outcome = new Flips(folder, seed).rounds(ROUNDS);
        assertEquals(List.of(), outcome.broken(), "seed " + seed);
        assertEquals(ROUNDS, outcome.untouched() + outcome.lost());
    }

    @Test
    void aTableThatIsCalledOtherwiseLosesNothing() throws IOException {
        assertEquals(List.of(), new Flips(folder, seed).tables().broken(), "seed " + seed);
    }

    @Test
    void aProgramThatDoesNotLookAtTheTagIsFoundOut() throws IOException {
        assertFalse(new Flips(folder, seed).roundsOfTheTrusting(ROUNDS).broken().isEmpty(), "seed " + seed);
    }
}
