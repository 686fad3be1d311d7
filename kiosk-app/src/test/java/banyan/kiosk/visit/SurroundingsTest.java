package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Surroundings OPENED = Surroundings.NOT_SENSED.sensed(Sense.DOOR, Reading.YES);

    @Test
    void anOpenHousingAndTamperingCloseTheTerminal() {
        assertTrue(OPENED.housingOpen() && OPENED.closes());
        assertTrue(Surroundings.NOT_SENSED.sensed(Sense.TAMPER, Reading.YES).housingOpen());
        assertFalse(OPENED.sensed(Sense.DOOR, Reading.NO).closes());
    }

    @Test
    void bothMustEndBeforeItOpensAgain() {
        Surroundings both = OPENED.sensed(Sense.TAMPER, Reading.YES);
        assertTrue(both.sensed(Sense.DOOR, Reading.NO).housingOpen());
    }

    @Test
    void whatIsNotKnownAnyMoreStaysAsItWas() {
        assertEquals(OPENED, OPENED.sensed(Sense.DOOR, Reading.UNKNOWN));
        assertFalse(Surroundings.NOT_SENSED.sensed(Sense.DOOR, Reading.UNKNOWN).closes());
    }

    @Test
    void onlyALowBatteryThatIsInUseCloses() {
        Surroundings low = Surroundings.NOT_SENSED.sensed(Sense.BATTERY_LOW, Reading.YES);
        assertFalse(low.closes());
        assertTrue(low.sensed(Sense.ON_BATTERY, Reading.YES).powerLow());
        assertFalse(Surroundings.NOT_SENSED.sensed(Sense.ON_BATTERY, Reading.YES).closes());
    }
}
