package banyan.server.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Left;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of alarms and of visits, as tables. */
class AlarmRulesTest {
    private static final Instant HEARD = Instant.parse("2026-11-20T12:46:00Z");

    private static Optional<String> given(String code) {
        return Optional.of(code).filter(one -> !one.equals("-"));
    }

    @ParameterizedTest
    @CsvSource({
        // seconds ago, closed why, full, device's state, fault, warning, refused, completed -> alarms
        "0, -, false, READY, -, -, 0, 0, []",
        "90, -, false, READY, -, PAPER-LOW, 0, 0, []",
        "91, -, false, READY, -, -, 0, 0, [SILENCE]",
        "91, HOUSING-OPEN, true, ABSENT, -, -, 99, 0, [SILENCE]",
        "0, HOUSING-OPEN, false, READY, -, -, 0, 0, [TAMPER]",
        "0, POWER-LOW, false, READY, -, -, 0, 0, []",
        "0, -, true, READY, -, -, 0, 0, [DEVICE_DOWN]",
        "0, -, false, NEEDS_HELP, PRINTER-JAM, -, 0, 0, [DEVICE_DOWN]",
        "0, -, false, NEEDS_HELP, PAPER-OUT, -, 0, 0, [PAPER_OUT]",
        "0, -, false, READY, -, PAPER-OUT, 0, 0, [PAPER_OUT]",
        "0, -, false, UNKNOWN, -, -, 0, 0, []",
        "0, -, false, OPENING, -, -, 0, 0, []",
        "0, -, false, READY, -, -, 9, 0, []",
        "0, -, false, READY, -, -, 10, 10, [REFUSALS]",
        "0, -, false, READY, -, -, 10, 11, []"
    })
    void whatWasSaidAndWhatSomebodyMustSeeTo(
            long seconds, String why, boolean full, DeviceWord state, String fault, String warning, int refused, int completed, String alarms) {
        DeviceStanding device =
                new DeviceStanding("printer", "PRINTER", state, given(fault), given(warning).stream().toList(), HEARD);
        AlarmRules.Last last = new AlarmRules.Last(HEARD, given(why), full, List.of(device), refused, completed, Optional.of("ANSWERS-INVALID"));
        assertEquals(alarms, AlarmRules.of(last, HEARD.plusSeconds(seconds)).alarms().keySet().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "SHEETS, OUT, -1, OUT", "SHEETS, LOW, -1, LOW", "SHEETS, ENOUGH, -1, ENOUGH", "SHEETS, UNKNOWN, -1, UNKNOWN",
        "SHEETS, PIECES, 0, OUT", "SHEETS, PIECES, 49, LOW", "SHEETS, PIECES, 50, ENOUGH",
        "TONER, PERCENT, 0, OUT", "TONER, PERCENT, 19, LOW", "TONER, PERCENT, 20, ENOUGH", "TONER, PERCENT, -1, UNKNOWN",
        "BIN, PERCENT, 0, ENOUGH", "BIN, LOW, -1, LOW"
    })
    void howMuchIsLeftAndHowSoonSomebodyMustGo(String kind, Left left, int count, Supplies.Need need) {
        Optional<Integer> told = Optional.of(count).filter(one -> one >= 0);
        assertEquals(need, Supplies.need(new SupplyStanding("printer", "tray-1", kind, left, told)));
    }
}
