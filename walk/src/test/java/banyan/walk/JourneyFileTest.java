package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyFileTest {
    @TempDir
    Path folder;

    @Test
    void blocksAreResolvedAndStepsKeepTheirLines() throws IOException, JourneyMistake {
        Journey journey = read(
                """
                journey: short
                blocks:
                  begin:
                    - tap: start
                    - clock: 10m
                steps:
                  - do: begin
                  - tap: primary
                """);
        assertEquals(3, journey.steps().size());
        assertEquals(4, journey.steps().getFirst().number());
        assertEquals(new Step.Clock(Duration.ofMinutes(10)), journey.steps().get(1).step());
    }

    @Test
    void aJourneyMayNameADeviceThatNotEveryTerminalHas() throws IOException, JourneyMistake {
        assertEquals(Set.of(Extra.SCANNER), read("devices: [scanner]\nsteps:\n  - tap: start\n").devices());
        assertEquals(Set.of(), read("steps:\n  - tap: start\n").devices());
    }

    @Test
    void aDeviceThatNobodyKnowsIsToldWithItsLine() {
        JourneyMistake mistake =
                assertThrows(JourneyMistake.class, () -> read("devices: [oracle]\nsteps:\n  - tap: start\n"));
        assertEquals("journey.yaml:1: a journey may name these devices: [scanner, receipt-printer, code-scanner, smart-card, document-cabinet, certificate-tray]", mistake.getMessage());
    }

    @Test
    void aDiskIsSmallOrNotNamed() throws IOException, JourneyMistake {
        assertTrue(read("disk: small\nsteps:\n  - disk: full\n").smallDisk());
        assertFalse(read("steps:\n  - tap: start\n").smallDisk());
        JourneyMistake mistake =
                assertThrows(JourneyMistake.class, () -> read("disk: large\nsteps:\n  - tap: start\n"));
        assertEquals("journey.yaml:1: a terminal's disk is small, or not named", mistake.getMessage());
    }

    @Test
    void anUnknownStepIsToldWithItsLine() {
        JourneyMistake mistake = assertThrows(JourneyMistake.class, () -> read("steps:\n  - tap: start\n  - jump: high\n"));
        assertEquals("journey.yaml:3: no such step: jump", mistake.getMessage());
    }

    @Test
    void anUnknownWordInAnExpectationIsToldWithItsLine() {
        JourneyMistake mistake = assertThrows(JourneyMistake.class, () -> read("steps:\n  - expect: {txt: a}\n"));
        assertEquals("journey.yaml:2: `txt` is not known here", String.valueOf(mistake.getMessage()).split(";", -1)[0]);
    }

    @Test
    void blocksThatCallEachOtherAreToldAndNotFollowedForEver() {
        JourneyMistake mistake = assertThrows(
                JourneyMistake.class, () -> read("blocks:\n  a: [{do: a}]\nsteps:\n  - do: a\n"));
        assertEquals("journey.yaml:2", String.valueOf(mistake.getMessage()).substring(0, 14));
    }

    @Test
    void blocksOfAnotherFileAreUsedAndStepsNameTheirFile() throws IOException, JourneyMistake {
        Files.writeString(folder.resolve("shared.yaml"), "begin:\n  - do: touch\ntouch:\n  - tap: start\n");
        Journey journey = read("uses: shared.yaml\nblocks:\n  touch:\n    - tap: other\nsteps:\n  - do: begin\n  - do: touch\n");
        assertEquals(new Step.Tap("start"), journey.steps().getFirst().step());
        assertEquals("shared.yaml", journey.steps().getFirst().file());
        assertEquals(new Step.Tap("other"), journey.steps().getLast().step());
        assertEquals("journey.yaml", journey.steps().getLast().file());
    }

    @Test
    void aFileOfBlocksThatIsNotThereIsToldByName() {
        JourneyMistake mistake =
                assertThrows(JourneyMistake.class, () -> read("uses: none.yaml\nsteps:\n  - tap: start\n"));
        assertEquals("none.yaml:1", String.valueOf(mistake.getMessage()).substring(0, 11));
    }

    private Journey read(String text) throws IOException, JourneyMistake {
        return JourneyFile.read(Files.writeString(folder.resolve("journey.yaml"), text));
    }
}
