package banyan.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffTriesTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-20T12:46:00Z");

    private StaffTries tries() {
        return new StaffTries(folder.resolve("tries"), () -> now);
    }

    private static void fail(StaffTries tries, int times) {
        for (int time = 0; time < times; time++) {
            tries.failed();
        }
    }

    @Test
    void fourVainTriesAreFree() {
        StaffTries tries = tries();
        fail(tries, 4);
        assertEquals(Optional.empty(), tries.pause());
    }

    @Test
    void theFifthAndEachAfterItPausesTwiceAsLong() {
        StaffTries tries = tries();
        fail(tries, 5);
        assertEquals(Optional.of(Duration.ofSeconds(15)), tries.pause());
        tries.failed();
        assertEquals(Optional.of(Duration.ofSeconds(30)), tries.pause());
        fail(tries, 40);
        assertEquals(Optional.of(Duration.ofHours(1)), tries.pause());
    }

    @Test
    void thePauseEnds() {
        StaffTries tries = tries();
        fail(tries, 5);
        now = now.plusSeconds(16);
        assertEquals(Optional.empty(), tries.pause());
    }

    @Test
    void switchingOffAndOnDoesNotShortenIt() {
        fail(tries(), 6);
        assertEquals(Optional.of(Duration.ofSeconds(30)), tries().pause());
    }

    @Test
    void beingRecognisedBeginsAnew() {
        StaffTries tries = tries();
        fail(tries, 4);
        tries.succeeded();
        fail(tries, 4);
        assertEquals(Optional.empty(), tries().pause());
    }

    @Test
    void aSpoiledFileLeavesOneTry() throws IOException {
        Files.writeString(folder.resolve("tries"), "nonsense");
        StaffTries tries = tries();
        assertEquals(Optional.empty(), tries.pause());
        tries.failed();
        assertTrue(tries.pause().isPresent());
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOutForLongerThanAnHour() {
        fail(tries(), 6);
        now = now.minus(Duration.ofDays(3000));
        assertEquals(Optional.of(Duration.ofHours(1)), tries().pause());
    }
}
