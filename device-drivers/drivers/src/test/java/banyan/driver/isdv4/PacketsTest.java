package banyan.driver.isdv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.isdv4.Packets.Parsed;
import banyan.driver.isdv4.Packets.Parsed.Garbage;
import banyan.driver.isdv4.Packets.Parsed.Incomplete;
import banyan.driver.isdv4.Packets.Parsed.Limits;
import banyan.driver.isdv4.Packets.Parsed.Pen;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The codec, worked out by hand from the bit layout of the kernel's wacom_w8001.c. */
class PacketsTest {
    private static final long SEED = 20261121;

    /** Proximity and tip; x = 0x2B<<9 | 0x14<<2 | 2 = 22098, y = 0x01<<9 | 0x7F<<2 | 1 = 1021, pressure = 5<<7 | 0x31 = 689. */
    private static final byte[] WRITING = hex("a12b14017f31" + "4d" + "0000");

    private static final byte[] LIMITS = hex("c0480038007f6700000101");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Parsed parse(byte[] bytes) {
        return Packets.parse(bytes, bytes.length);
    }

    @Test
    void aPenPacketIsTakenApartAsTheKernelDoes() {
        assertEquals(new Pen(true, true, 22098, 1021, 689), parse(WRITING));
    }

    @Test
    void aHoveringPenDoesNotTouch() {
        byte[] hovering = WRITING.clone();
        hovering[0] = (byte) 0xA0;
        assertEquals(new Pen(true, false, 22098, 1021, 689), parse(hovering));
    }

    @Test
    void aPenThatIsAwayIsNotNear() {
        byte[] away = WRITING.clone();
        away[0] = (byte) 0x80;
        assertEquals(new Pen(false, false, 22098, 1021, 689), parse(away));
    }

    @Test
    void theAnswerToAQueryHasTheLargestValuesInTheSamePlaces() {
        assertEquals(new Limits(0x48 << 9 | 3, 0x38 << 9, 1023, 129), parse(LIMITS));
    }

    @Test
    void aPacketArrivingByteByByteIsOnePacket() {
        for (int count = 1; count < WRITING.length; count++) {
            assertEquals(new Incomplete(9 - count), Packets.parse(WRITING, count));
        }
    }

    @Test
    void bytesBeforeTheLeadAreSkipped() {
        assertEquals(new Garbage(3), parse(hex("311f00" + HexFormat.of().formatHex(WRITING))));
    }

    @Test
    void aPacketThatIsCutShortByTheNextIsSkipped() {
        assertEquals(new Garbage(4), parse(hex("a12b1401" + HexFormat.of().formatHex(WRITING))));
    }

    @Test
    void aTouchOfAFingerIsNotThePen() {
        assertInstanceOf(Garbage.class, parse(hex("910102030405060708")));
    }

    /** C17. */
    @Test
    void aMillionMalformedPacketsEndEachInAnAnswer() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] bytes = new byte[16];
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                System.arraycopy(WRITING, 0, bytes, 0, 1 + random.nextInt(WRITING.length));
            }
            int count = 1 + random.nextInt(bytes.length);
            Parsed parsed = Packets.parse(bytes, count);
            int length = Packets.length(parsed);
            assertTrue(length <= count && (length > 0) != parsed instanceof Incomplete, () -> "stuck at " + parsed);
        }
    }

    /** C9. */
    @Test
    void packetsAndNoiseInAnyPortionsGiveTheSamePackets() {
        byte[] wire = hex("7f01" + HexFormat.of().formatHex(WRITING) + "a12b"
                + HexFormat.of().formatHex(LIMITS) + "90" + HexFormat.of().formatHex(WRITING));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < 1000; run++) {
            assertEquals("PLP", packets(wire, random), "run " + run);
        }
    }

    private static String packets(byte[] wire, RandomGenerator random) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[wire.length];
        int count = 0;
        int sent = 0;
        while (sent < wire.length || !(Packets.parse(buffer, count) instanceof Incomplete)) {
            Parsed parsed = Packets.parse(buffer, count);
            switch (parsed) {
                case Pen _ -> seen.append('P');
                case Limits _ -> seen.append('L');
                case Garbage _ -> {}
                case Incomplete _ -> {
                    int portion = 1 + random.nextInt(Math.min(5, wire.length - sent));
                    System.arraycopy(wire, sent, buffer, count, portion);
                    count += portion;
                    sent += portion;
                }
            }
            int drop = Packets.length(parsed);
            System.arraycopy(buffer, drop, buffer, 0, count - drop);
            count -= drop;
        }
        return seen.toString();
    }
}
