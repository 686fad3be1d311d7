package banyan.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TamperSwitchTest {
    private final List<String> done = new ArrayList<>();
    private final TamperSwitch tampering = new TamperSwitch(
            (sense, reading) -> done.add(sense + " " + reading), () -> done.add("forced"));

    @Test
    void onlyForceCounts() {
        tampering.sensed(Sense.DOOR, Reading.YES);
        tampering.sensed(Sense.TAMPER, Reading.NO);
        tampering.sensed(Sense.TAMPER, Reading.UNKNOWN);
        assertEquals(List.of("DOOR YES", "TAMPER NO", "TAMPER UNKNOWN"), done);
    }

    @Test
    void itIsDoneOnceAndAfterTheScreenHeardOfIt() {
        tampering.sensed(Sense.TAMPER, Reading.YES);
        tampering.sensed(Sense.TAMPER, Reading.YES);
        assertEquals(List.of("TAMPER YES", "forced", "TAMPER YES"), done);
    }
}
