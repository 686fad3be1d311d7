package banyan.driver.samv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.driver.samv.Frames.Parsed;
import banyan.driver.samv.Frames.Parsed.Complete;
import banyan.driver.samv.Frames.Parsed.Garbage;
import banyan.driver.samv.Frames.Parsed.Incomplete;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The codec, pinned to frames that vendors and readers' makers have published. */
class FramesTest {
    private static final byte[] CARD_FOUND = hex("aaaaaa9669000800009f0000000097");
    private static final long SEED = 20261121;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Complete complete(String digits) {
        byte[] frame = hex(digits);
        return assertInstanceOf(Complete.class, Frames.parse(frame, frame.length));
    }

    private static String code(String digits) {
        return complete(digits).status().fault().code();
    }

    @Test
    void theRequestsAreThePublishedBytes() {
        assertEquals("aaaaaa9669000311ffed", HexFormat.of().formatHex(Commands.STATUS.request()));
        assertEquals("aaaaaa96690003200122", HexFormat.of().formatHex(Commands.FIND.request()));
        assertEquals("aaaaaa96690003200221", HexFormat.of().formatHex(Commands.SELECT.request()));
        assertEquals("aaaaaa96690003300132", HexFormat.of().formatHex(Commands.READ_BASE.request()));
        assertEquals(
                "aaaaaa96690003301023", HexFormat.of().formatHex(Commands.READ_WITH_FINGERPRINTS.request()));
        assertEquals("aaaaaa96690003300330", HexFormat.of().formatHex(Commands.READ_NEWEST_ADDRESS.request()));
    }

    @Test
    void thePublishedSuccessesAreUnderstood() {
        assertTrue(complete("aaaaaa9669000400009094").status().is(Status.OK));
        assertTrue(complete("aaaaaa9669000800009f0000000097").status().is(Status.CARD_FOUND));
        assertTrue(complete("aaaaaa9669000c00009000000000000000009c").status().is(Status.OK));
    }

    @Test
    void thePublishedFailuresAreUnderstood() {
        assertEquals("ID-CARD-ABSENT", code("aaaaaa9669000400008084"));
        assertEquals("ID-CARD-MOVED", code("aaaaaa9669000400008185"));
        assertEquals("ID-CARD-MOVED", code("aaaaaa9669000400004145"));
        assertEquals("ID-CARD-REFUSED", code("aaaaaa9669000400003236"));
    }

    @Test
    void everyStatusHasAFixedCode() {
        for (int word = 0; word < 256; word++) {
            Fault fault = new Status(0, 0, word).fault();
            assertTrue(fault.code().matches("[A-Z0-9-]+"), fault.code());
        }
    }

    @Test
    void eachPublishedAnswerBelongsToItsRequestAlone() {
        Complete status = complete("aaaaaa9669000400009094");
        Complete found = complete("aaaaaa9669000800009f0000000097");
        Complete none = complete("aaaaaa9669000400008084");
        Complete selected = complete("aaaaaa9669000c00009000000000000000009c");
        assertEquals(Set.of(Commands.STATUS), answeredBy(status.status(), 0));
        assertEquals(Set.of(Commands.FIND), answeredBy(found.status(), 4));
        assertEquals(Set.of(Commands.FIND), answeredBy(none.status(), 0));
        assertEquals(Set.of(Commands.SELECT), answeredBy(selected.status(), 8));
        assertEquals(Set.of(Commands.READ_BASE), answeredBy(selected.status(), 4 + 256 + 1024));
        assertEquals(
                Set.of(Commands.READ_BASE, Commands.READ_WITH_FINGERPRINTS), answeredBy(selected.status(), 4 + 256));
        for (int fingerprints = 0; fingerprints <= 2; fingerprints++) {
            assertEquals(
                    Set.of(Commands.READ_WITH_FINGERPRINTS),
                    answeredBy(selected.status(), 6 + 256 + 1024 + 512 * fingerprints));
        }
        assertEquals(Set.of(Commands.READ_NEWEST_ADDRESS), answeredBy(selected.status(), 70));
    }

    private static Set<Commands> answeredBy(Status status, int data) {
        return Arrays.stream(Commands.values())
                .filter(command -> command.answeredBy(status, data))
                .collect(Collectors.toSet());
    }

    @Test
    void theLongestAnswersHaveTheirPublishedLengths() {
        for (int[] answer :
                new int[][] {{0x0508, 1295}, {0x090A, 2321}, {0x070A, 1809}, {0x050A, 1297}, {0x004A, 81}}) {
            byte[] head = hex("aaaaaa9669%04x".formatted(answer[0]));
            assertEquals(new Incomplete(answer[1] - Frames.HEADER), Frames.parse(head, head.length));
        }
    }

    @Test
    void anAnswerArrivingByteByByteIsOneFrame() {
        for (int count = 1; count < CARD_FOUND.length; count++) {
            assertInstanceOf(Incomplete.class, Frames.parse(CARD_FOUND, count), "after " + count);
        }
        Complete found = assertInstanceOf(Complete.class, Frames.parse(CARD_FOUND, CARD_FOUND.length));
        assertEquals(4, found.to() - found.from());
    }

    @Test
    void noiseBeforeAFrameIsSkippedAndNothingElse() {
        byte[] noisy = hex("00aaaa13" + HexFormat.of().formatHex(CARD_FOUND));
        assertEquals(new Garbage(4), Frames.parse(noisy, noisy.length));
    }

    @Test
    void aFlippedBitIsNotAFrame() {
        for (int bit = 8 * Frames.HEADER; bit < 8 * CARD_FOUND.length; bit++) {
            byte[] bad = CARD_FOUND.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(new Garbage(1), Frames.parse(bad, bad.length), "bit " + bit);
        }
    }

    /** C10: whatever length a frame claims, no room is made for it. */
    @Test
    void aLengthBeyondTheLongestAnswerIsGarbage() {
        for (int length = 0; length <= 0xFFFF; length++) {
            byte[] head = hex("aaaaaa9669%04x".formatted(length));
            Parsed parsed = Frames.parse(head, head.length);
            boolean possible = length >= 4 && length <= Frames.MAX_DATA + 4;
            assertEquals(possible ? new Incomplete(length) : new Garbage(1), parsed);
        }
    }

    /** C17. */
    @Test
    void aMillionMalformedFramesEndEachInAnAnswer() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] bytes = new byte[64];
        for (int i = 0; i < 1_000_000; i++) {
            int count = malformed(random, bytes);
            switch (Frames.parse(bytes, count)) {
                case Complete(var _, int from, int to) -> assertTrue(from <= to && to < count);
                case Incomplete(int missing) -> assertTrue(missing > 0 && missing <= Frames.MAX_FRAME);
                case Garbage(int skip) -> assertTrue(skip > 0 && skip <= count);
            }
        }
    }

    /** A good frame with some bytes changed, cut off, or nothing like one. */
    private static int malformed(RandomGenerator random, byte[] bytes) {
        if (random.nextInt(4) == 0) {
            random.nextBytes(bytes);
            return 1 + random.nextInt(bytes.length);
        }
        System.arraycopy(CARD_FOUND, 0, bytes, 0, CARD_FOUND.length);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(CARD_FOUND.length)] = (byte) random.nextInt();
        }
        return 1 + random.nextInt(CARD_FOUND.length);
    }

    /** C9. */
    @Test
    void framesAndNoiseInAnyPortionsGiveTheSameFrames() {
        byte[] wire = hex(
                "00ffaaaa" + "aaaaaa9669000800009f0000000097" + "13aa" + "aaaaaa9669000400008084" + "aaaaaa96690004");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < 1000; run++) {
            assertEquals("9F 80 ", frames(wire, random), "run " + run);
        }
    }

    private static String frames(byte[] wire, RandomGenerator random) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[wire.length];
        int count = 0;
        int sent = 0;
        while (true) {
            Parsed parsed = Frames.parse(buffer, count);
            int drop = switch (parsed) {
                case Complete(var status, var _, int to) -> {
                    seen.append("%02X ".formatted(status.sw3()));
                    yield to + 1;
                }
                case Garbage(int skip) -> skip;
                case Incomplete _ -> 0;
            };
            System.arraycopy(buffer, drop, buffer, 0, count - drop);
            count -= drop;
            if (drop == 0) {
                if (sent == wire.length) {
                    return seen.toString();
                }
                int portion = 1 + random.nextInt(Math.min(7, wire.length - sent));
                System.arraycopy(wire, sent, buffer, count, portion);
                count += portion;
                sent += portion;
            }
        }
    }
}
