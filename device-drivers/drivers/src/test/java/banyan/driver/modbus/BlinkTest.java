package banyan.driver.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries.Lamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlinkTest {
    private static final int MINUTE = 60_000;

    private static boolean lit(Lamp lamp, int millis) {
        return Blink.lit(lamp, Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @EnumSource(Lamp.class)
    void aLampChangesWhenItSaysSoAndNotBefore(Lamp lamp) {
        for (int at = 0; at < 10_000; at++) {
            long next = Blink.untilChange(lamp, Duration.ofMillis(at)).toMillis();
            if (lit(lamp, at) != lit(lamp, at + 1)) {
                assertEquals(1, next);
            } else {
                assertTrue(next > 1);
            }
        }
    }

    /** WCAG 2.3.1. */
    @ParameterizedTest
    @EnumSource(Lamp.class)
    void noLampFlashesMoreThanThreeTimesASecond(Lamp lamp) {
        for (int from = 0; from < 5000; from++) {
            int flashes = 0;
            for (int at = from; at < from + 1000; at += 10) {
                flashes += lit(lamp, at + 10) && !lit(lamp, at) ? 1 : 0;
            }
            assertTrue(flashes <= 3);
        }
    }

    @Test
    void aLampIsLitAtOnceUnlessItIsOff() {
        assertFalse(lit(Lamp.OFF, 0));
        assertTrue(lit(Lamp.GUIDE, 0) && lit(Lamp.TAKE, 0) && lit(Lamp.FAULT, 0));
    }

    @Test
    void theFourCanBeToldApart() {
        assertEquals(0, share(Lamp.OFF));
        assertEquals(50, share(Lamp.GUIDE));
        assertEquals(100, share(Lamp.TAKE));
        assertEquals(10, share(Lamp.FAULT));
    }

    /** How much of a minute it is lit, in per cent. */
    private static int share(Lamp lamp) {
        int lit = 0;
        for (int at = 0; at < MINUTE; at++) {
            lit += lit(lamp, at) ? 1 : 0;
        }
        return 100 * lit / MINUTE;
    }
}
