package banyan.driver.ef01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.driver.ef01.Packets.Parsed;
import banyan.driver.ef01.Packets.Parsed.Acknowledge;
import banyan.driver.ef01.Packets.Parsed.Data;
import banyan.driver.ef01.Packets.Parsed.Garbage;
import banyan.driver.ef01.Packets.Parsed.Incomplete;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The codec, pinned to packets of the modules' manuals. */
class PacketsTest {
    private static final long SEED = 20261122;
    private static final String NO_FINGER = "ef01ffffffff07000302000c";
    private static final String LAST_DATA = "ef01ffffffff080004f0a501a1";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Parsed parse(String digits) {
        byte[] bytes = hex(digits);
        return Packets.parse(bytes, bytes.length);
    }

    /** As printed in the manuals, chapter "instructions". */
    @Test
    void theRequestsAreThePublishedBytes() {
        assertEquals(
                "ef01ffffffff0100071300000000001b",
                HexFormat.of().formatHex(Instruction.VERIFY_PASSWORD.request(0, 0, 0, 0)));
        assertEquals("ef01ffffffff010003010005", HexFormat.of().formatHex(Instruction.GENERATE_IMAGE.request()));
        assertEquals("ef01ffffffff0100030a000e", HexFormat.of().formatHex(Instruction.UPLOAD_IMAGE.request()));
        assertEquals("ef01ffffffff0100030f0013", HexFormat.of().formatHex(Instruction.READ_PARAMETERS.request()));
    }

    @Test
    void thePublishedAnswersAreUnderstood() {
        assertEquals(new Acknowledge(9, 10), parse("ef01ffffffff07000300000a"));
        assertEquals(new Acknowledge(9, 10), parse(NO_FINGER));
        assertEquals(
                new Acknowledge(9, 26),
                parse("ef01ffffffff070013" + "00" + "0000" + "0009" + "00c8" + "0003" + "ffffffff" + "0002" + "0006" + "04f2"));
    }

    @Test
    void dataAndItsEndAreToldApart() {
        assertEquals(new Data(9, 11, true), parse(LAST_DATA));
        assertEquals(new Data(9, 11, false), parse("ef01ffffffff020004f0a5019b"));
    }

    @Test
    void everyConfirmationHasAFixedCode() {
        for (int code = 1; code < 256; code++) {
            Fault fault = new Confirmation(code).fault();
            assertTrue(fault.code().matches("FINGER-[A-Z0-9-]+"), fault.code());
        }
    }

    @Test
    void aPacketArrivingByteByByteIsOnePacket() {
        byte[] packet = hex(NO_FINGER);
        for (int count = 1; count < packet.length; count++) {
            assertInstanceOf(Incomplete.class, Packets.parse(packet, count), "after " + count);
        }
    }

    @Test
    void noiseBeforeAPacketIsSkippedAndNothingElse() {
        assertEquals(new Garbage(4), parse("55ef0113" + NO_FINGER));
    }

    @Test
    void aFlippedBitIsNotAPacket() {
        byte[] packet = hex(NO_FINGER);
        for (int bit = 8 * Packets.HEADER; bit < 8 * packet.length; bit++) {
            byte[] bad = packet.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(new Garbage(1), Packets.parse(bad, bad.length), "bit " + bit);
        }
    }

    /** C10: whatever length a packet claims, no room is made for it. */
    @Test
    void aLengthBeyondTheLargestPortionIsGarbage() {
        for (int length = 0; length <= 0xFFFF; length++) {
            Parsed parsed = parse("ef01ffffffff02%04x".formatted(length));
            boolean possible = length > 2 && length <= Packets.MAX_CONTENT + 2;
            assertEquals(possible ? new Incomplete(length) : new Garbage(1), parsed);
        }
    }

    /** C17. */
    @Test
    void aMillionMalformedPacketsEndEachInAnAnswer() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] good = hex(LAST_DATA);
        byte[] bytes = new byte[24];
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            if (random.nextInt(4) > 0) {
                System.arraycopy(good, 0, bytes, 0, 1 + random.nextInt(good.length));
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
        byte[] wire = hex("55ef01ff" + NO_FINGER + "ef01ffffffff09" + LAST_DATA + "ef01ffffffff0700");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < 1000; run++) {
            assertEquals("AD", packets(wire, random), "run " + run);
        }
    }

    private static String packets(byte[] wire, RandomGenerator random) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[wire.length];
        int count = 0;
        int sent = 0;
        while (true) {
            Parsed parsed = Packets.parse(buffer, count);
            switch (parsed) {
                case Acknowledge _ -> seen.append('A');
                case Data _ -> seen.append('D');
                case Garbage _ -> {}
                case Incomplete _ -> {
                    if (sent == wire.length) {
                        return seen.toString();
                    }
                    int portion = 1 + random.nextInt(Math.min(7, wire.length - sent));
                    System.arraycopy(wire, sent, buffer, count, portion);
                    count += portion;
                    sent += portion;
                }
            }
            int drop = Packets.length(parsed);
            System.arraycopy(buffer, drop, buffer, 0, count - drop);
            count -= drop;
        }
    }
}
