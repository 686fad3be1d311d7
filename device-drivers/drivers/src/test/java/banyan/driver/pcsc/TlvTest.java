package banyan.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.pcsc.Tlv.Found;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TlvTest {
    private static final long SEED = 78164;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static Found find(byte[] bytes, int tag) {
        return Tlv.find(bytes, 0, bytes.length, tag);
    }

    @Test
    void whatIsInsideATemplateIsFound() {
        byte[] record = hex("70 0D 5F20 02 4142 5A 06 112233445566");
        assertEquals(new Found.Value(9, 15), find(record, 0x5A));
        assertEquals(new Found.Value(5, 7), find(record, 0x5F20));
        assertEquals(new Found.Absent(), find(record, 0x57));
    }

    @Test
    void fillingBetweenElementsIsSkipped() {
        assertEquals(new Found.Value(5, 6), find(hex("00FF00 08 01 33"), 0x08));
    }

    @Test
    void lengthsOfTwoAndThreeBytesAreRead() {
        assertEquals(new Found.Value(3, 5), find(hex("5A 81 02 1122"), 0x5A));
        assertEquals(new Found.Value(4, 6), find(hex("5A 82 0002 1122"), 0x5A));
    }

    /** C10: nothing is reserved for a length before it is compared with what there is. */
    @Test
    void aLengthPastTheEndIsMalformed() {
        for (String digits :
                List.of("5A 03 1122", "5A 82 FFFF 11", "5A 84 FFFFFFFF", "5A 80 11 0000", "5A", "5F", "9F81")) {
            assertInstanceOf(Found.Malformed.class, find(hex(digits), 0x5A), digits);
        }
    }

    @Test
    void whatAnApplicationAsksForIsAddedUp() {
        byte[] list = hex("9F6604 5F2A02 9A03");
        assertEquals(9, Tlv.askedFor(list, 0, list.length));
        assertEquals(-1, Tlv.askedFor(list, 0, list.length - 1));
    }

    /** C17. */
    @Test
    void aMillionMalformedRecordsEndEachInAnAnswer() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] good = hex("70 81 12 5F20 03 414243 77 07 5A 05 1122334455 08 01 33");
        byte[] bytes = new byte[32];
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                System.arraycopy(good, 0, bytes, 0, 1 + random.nextInt(good.length));
            }
            int from = random.nextInt(4);
            int to = from + random.nextInt(bytes.length - from);
            int tag = random.nextBoolean() ? 0x5A : 1 + random.nextInt(0xFFFF);
            if (Tlv.find(bytes, from, to, tag) instanceof Found.Value(int start, int end)) {
                assertTrue(from < start && start <= end && end <= to, () -> "outside: " + start + " to " + end);
            }
            assertTrue(Tlv.askedFor(bytes, from, to) <= 127 * bytes.length);
        }
    }
}
