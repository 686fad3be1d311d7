package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was promised survives a fault at every call to the kernel, a kill in the middle of one, and a power cut; and the tests
 * themselves are tested, by controls that lose something and must be found out. More rounds: {@code ./kiosk crash --rounds 1000}.
 */
class CrashTest {
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("banyan.seed", System.nanoTime());

    @Test
    void aFaultAtAnyCallToTheKernelLeavesAllOrNothing() throws IOException, InterruptedException {
        Crashes.Loop loop = new Crashes(folder, seed).faults(false);
        assertEquals(0, loop.code(), loop.said());
    }

    @Test
    void aProgramThatTakesNoForYesIsFoundOut() throws IOException, InterruptedException {
        Crashes.Loop loop = new Crashes(folder, seed).faults(true);
        assertTrue(loop.code() != 0 && loop.said().contains("refused and kept"), loop.said());
    }

    @Test
    void nothingPromisedIsLostByKills() throws IOException, InterruptedException {
        Crashes.Outcome outcome = new Crashes(folder, seed).kills(KILLS);
        assertTrue(outcome.broken().isEmpty(), outcome.broken() + " seed " + seed);
        assertTrue(outcome.promises() >= KILLS, "only " + outcome.promises() + " promises");
    }

    @Test
    void aProgramThatPromisesTooEarlyIsFoundOut() throws IOException, InterruptedException {
        assertFalse(new Crashes(folder, seed).killsOfTheHasty().broken().isEmpty(), "seed " + seed);
    }

    @Test
    void nothingPromisedIsLostByAPowerCut() throws IOException, InterruptedException {
        Crashes.Outcome outcome = cuts().atTheFileSystem(LoopMount.FileSystem.EXT4, 1);
        assertTrue(outcome.broken().isEmpty(), outcome.broken() + " seed " + seed);
        assertTrue(outcome.promises() > 0, "no promise");
    }

    @Test
    void aJournalThatDoesNotFlushIsFoundOutByAPowerCut() throws IOException, InterruptedException {
        assertFalse(cuts().atTheFileSystemWithoutFlush(LoopMount.FileSystem.EXT4).broken().isEmpty(), "seed " + seed);
    }

    @Test
    void nothingPromisedIsLostWithADisksCache() throws IOException, InterruptedException {
        PowerCuts.AtTheDisk outcome = cuts().atTheDisk(2);
        assertTrue(outcome.broken().isEmpty(), outcome.broken() + " seed " + seed);
        assertTrue(outcome.promises() > 0, "no promise");
    }

    @Test
    void aDiskThatIsNeverToldToFlushIsFoundOut() throws IOException, InterruptedException {
        PowerCuts.AtTheDisk outcome = cuts().atADiskThatIsNotTold();
        assertTrue(outcome.broken(RecordedDisk.Left.ALL).isEmpty(), "the recorder itself loses: " + outcome.broken());
        assertFalse(outcome.broken(RecordedDisk.Left.NOTHING).isEmpty(), "seed " + seed);
        assertFalse(outcome.broken(RecordedDisk.Left.ANY_PART).isEmpty(), "seed " + seed);
        assertFalse(outcome.broken(RecordedDisk.Left.TORN).isEmpty(), "seed " + seed);
    }

    private PowerCuts cuts() {
        return new PowerCuts(folder, seed);
    }
}
