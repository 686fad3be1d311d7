package banyan.driver.samv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** How frames are divided between the endpoints, on published frames. */
class UsbSplitTest {
    private static final long SEED = 20261122;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void aRequestIsPreambleAndLengthAndThenTheRest() {
        byte[] find = hex("aaaaaa96690003200122");
        assertArrayEquals(find, Commands.FIND.request());
        assertArrayEquals(hex("aaaaaa96690003"), UsbSplit.head(find));
        assertArrayEquals(hex("200122"), UsbSplit.rest(find));
    }

    @Test
    void aHeadAnnouncesWhatFollows() {
        // Card found; and a whole record: status, three lengths, text, photo, XOR.
        assertEquals(8, UsbSplit.announced(hex("aaaaaa96690008")));
        assertEquals(0x0508, UsbSplit.announced(hex("aaaaaa96690508")));
    }

    @Test
    void whatIsNoHeadOrAnnouncesTooMuchAnnouncesNothing() {
        assertEquals(0, UsbSplit.announced(hex("aaaaaa9669")));
        assertEquals(0, UsbSplit.announced(hex("aaaaaa96690008ff")));
        assertEquals(0, UsbSplit.announced(hex("aaaaab96690008")));
        assertEquals(0, UsbSplit.announced(hex("aaaaaa9669ffff")));
    }

    @Test
    void nothingMakesRoomForMoreThanTheLongestFrame() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] head = hex("aaaaaa96690000");
        for (int length = 0; length <= 0xFFFF; length++) {
            head[5] = (byte) (length >> 8);
            head[6] = (byte) length;
            int announced = UsbSplit.announced(head);
            assertTrue(announced == length && length + UsbSplit.HEAD <= Frames.MAX_FRAME || announced == 0);
        }
        byte[] frame = new byte[random.nextInt(100)];
        assertEquals(frame.length, UsbSplit.head(frame).length + UsbSplit.rest(frame).length);
    }
}
