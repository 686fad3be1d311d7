package banyan.simulator.finger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ImpressionTest {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 288;

    @Test
    void theSameLayingGivesTheSamePictureAndAnotherAnother() {
        byte[] one = Impression.of(7, 1).picture(WIDTH, HEIGHT);
        assertArrayEquals(one, Impression.of(7, 1).picture(WIDTH, HEIGHT));
        assertFalse(Arrays.equals(one, Impression.of(7, 2).picture(WIDTH, HEIGHT)));
        assertFalse(Arrays.equals(one, Impression.of(8, 1).picture(WIDTH, HEIGHT)));
    }

    @Test
    void everyPatternComesAboutAmongTwentyFingers() {
        Set<Pattern> seen = LongStream.range(0, 20).mapToObj(Pattern::of).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Pattern.class), seen);
    }

    /** Half a millimetre and a little less, as on people's fingers: nine points at 500 dots an inch. */
    @Test
    void ridgesAreAboutNinePointsApart() {
        for (Pattern pattern : Set.of(Pattern.ARCH, Pattern.LEFT_LOOP, Pattern.RIGHT_LOOP)) {
            double period = period(new Impression(30, pattern, 1, 0, 0, Skin.NORMAL).picture(WIDTH, HEIGHT));
            assertTrue(period > 7.9 && period < 10.2, pattern + ": " + period);
        }
    }

    /** The strongest wave in a patch where ridges run much one way. */
    private static double period(byte[] grey) {
        double strongest = 0;
        double at = 0;
        for (double period = 5; period < 14; period += 0.5) {
            for (int direction = 0; direction < 180; direction += 9) {
                double strength = strength(grey, period, Math.toRadians(direction));
                if (strength > strongest) {
                    strongest = strength;
                    at = period;
                }
            }
        }
        return at;
    }

    private static double strength(byte[] grey, double period, double direction) {
        double x1 = Math.TAU / period * Math.cos(direction);
        double y1 = Math.TAU / period * Math.sin(direction);
        double even = 0;
        double odd = 0;
        for (int y = 170; y < 218; y++) {
            for (int x = 104; x < 152; x++) {
                double value = (grey[y * WIDTH + x] & 0xFF) - 140.0;
                even += value * Math.cos(x1 * x + y1 * y);
                odd += value * Math.sin(x1 * x + y1 * y);
            }
        }
        return Math.hypot(even, odd);
    }
}
