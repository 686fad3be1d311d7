package banyan.driver.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.driver.modbus.AuxiliariesSettings.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensesTest {
    private final Senses senses = new Senses(Map.of(Sense.PRESENCE, new Place(3, false)));

    private Map<Sense, Reading> see(boolean input) {
        return senses.see(new boolean[] {input}, 3);
    }

    @Test
    void whatOneLookSaidIsWaveringUntilTheNextSaysTheSame() {
        assertTrue(see(true).isEmpty());
        assertTrue(senses.wavering());
        assertEquals(Map.of(Sense.PRESENCE, Reading.YES), see(true));
        assertFalse(senses.wavering());
    }

    @Test
    void aFlickerIsNotBelievedAndLeavesNothingWavering() {
        see(false);
        see(false);
        assertTrue(see(true).isEmpty());
        assertTrue(senses.wavering());
        assertTrue(see(false).isEmpty());
        assertFalse(senses.wavering());
        assertEquals(Map.of(Sense.PRESENCE, Reading.NO), senses.readings());
    }

    @Test
    void whatWasLostIsSeenAnew() {
        see(true);
        see(true);
        assertEquals(Map.of(Sense.PRESENCE, Reading.UNKNOWN), senses.lose());
        see(true);
        assertTrue(senses.wavering());
    }
}
