package banyan.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {
    @Test
    void everyOptionIsTaken() {
        SimulatorSettings wanted = SimulatorSettings.in(Path.of("/sim"))
                .withFixtures(Path.of("/mine"))
                .withPorts(1, 2, 3)
                .withSecondsPerPage(0.05);
        assertEquals(
                Optional.of(wanted),
                SimulatorMain.settings(
                        "--dir",
                        "/sim",
                        "--fixtures",
                        "/mine",
                        "--port",
                        "1",
                        "--camera-port",
                        "2",
                        "--printer-port",
                        "3",
                        "--page-seconds",
                        "0.05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--help me", "--page-seconds soon"})
    void whatMakesNoSenseIsRefused(String line) {
        assertEquals(Optional.empty(), SimulatorMain.settings(line.split(" ", -1)));
    }
}
