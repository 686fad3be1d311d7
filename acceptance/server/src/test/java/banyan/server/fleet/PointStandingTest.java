package banyan.server.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.server.fleet.PointStanding.Colour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a terminal stands, as a table: what it said, how long ago, and what is made of it. */
class PointStandingTest {
    private static final Instant HEARD = Instant.parse("2026-11-20T12:46:00Z");

    private static DeviceStanding device(String name, DeviceWord state, String fault, String warning) {
        return new DeviceStanding(
                name,
                "PRINTER",
                state,
                Optional.of(fault).filter(code -> !code.equals("-")),
                warning.equals("-") ? List.of() : List.of(warning),
                HEARD);
    }

    @ParameterizedTest
    @CsvSource({
        // seconds ago, service, full, stuck, device's state, fault, warning -> colour, code
        "0, OPEN, false, 0, READY, -, -, OK, -",
        "90, OPEN, false, 0, BUSY, -, -, OK, -",
        "91, OPEN, false, 0, READY, -, -, UNKNOWN, SILENT",
        "91, OUT_OF_SERVICE, true, 3, ABSENT, GONE, -, UNKNOWN, SILENT",
        "0, OUT_OF_SERVICE, false, 0, READY, -, -, DOWN, OUT-OF-SERVICE",
        "0, CLOSED, false, 0, READY, -, -, DOWN, CLOSED",
        "0, OPEN, true, 0, READY, -, -, DOWN, STORE-FULL",
        "0, OPEN, false, 1, READY, -, -, WATCH, STUCK",
        "0, OPEN, false, 1, READY, -, PAPER-LOW, WATCH, PAPER-LOW",
        "0, OPEN, false, 0, OPENING, -, -, OK, -",
        "0, OPEN, false, 0, ABSENT, -, -, DOWN, DEVICE-ABSENT",
        "0, OPEN, false, 0, NEEDS_HELP, PAPER-OUT, -, DOWN, PAPER-OUT",
        "0, OPEN, false, 0, CLOSED, -, -, DOWN, DEVICE-CLOSED",
        "0, OPEN, false, 0, UNKNOWN, -, -, UNKNOWN, DEVICE-UNKNOWN"
    })
    void whatWasSaidAndWhatIsMadeOfIt(
            long seconds, Service service, boolean full, int stuck, DeviceWord state, String fault, String warning, Colour colour, String code) {
        PointStanding standing = PointStanding.of(
                HEARD, service, full, stuck, List.of(device("printer", state, fault, warning)), HEARD.plusSeconds(seconds));
        assertEquals(colour, standing.colour());
        assertEquals(code, standing.code().orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({"READY, UNKNOWN, UNKNOWN", "UNKNOWN, ABSENT, DOWN", "ABSENT, UNKNOWN, DOWN", "NEEDS_HELP, READY, DOWN"})
    void theWorstDeviceCounts(DeviceWord one, DeviceWord other, Colour colour) {
        List<DeviceStanding> devices = List.of(device("one", one, "-", "-"), device("other", other, "-", "-"));
        assertEquals(colour, PointStanding.of(HEARD, Service.OPEN, false, 0, devices, HEARD).colour());
    }
}
