package banyan.simulator.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Bytes worked out by hand from the expressions in the kernel's {@code parse_pen_data}. */
class PenPacketsTest {
    @Test
    void aTouchingPenCarriesPlaceAndPressure() {
        // x 9600 = 0x2580, y 6000 = 0x1770, pressure 1023 = 0x3FF
        assertEquals("A112600B5C7F070000", hex(PenPackets.touching(9600, 6000, 1023)));
    }

    @Test
    void theLowestBitsShareAByte() {
        // x 3, y 2, pressure 129: two bits, two bits, and pressure's eighth bit
        assertEquals("A10000000001710000", hex(PenPackets.touching(3, 2, 129)));
    }

    @Test
    void aHoveringPenIsNearButDoesNotTouch() {
        assertEquals("A00001000000000000", hex(PenPackets.hovering(4, 0)));
    }

    @Test
    void aPenOutOfReachIsNeither() {
        assertEquals("800000000000000000", hex(PenPackets.gone()));
    }

    @Test
    void theAnswerToAQueryIsAControlPacketOfElevenBytes() {
        assertEquals("C012600B5C7F0700000201", hex(PenPackets.queryAnswer(9600, 6000, 1023, 0x101)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
