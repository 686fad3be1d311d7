package banyan.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final byte[] FRAME = HexFormat.of().parseHex("aaaaaa9669000800009f0000000097");
    private static final byte[] PREAMBLE = HexFormat.of().parseHex("aaaaaa9669");

    @Test
    void anIdealLineHandsOverWhatAFifoHolds() {
        List<Line.Portion> portions = line(1, false).carry(Grade.IDEAL, new byte[40]);
        assertEquals(
                List.of(16, 16, 8),
                portions.stream().map(portion -> portion.bytes.length).toList());
    }

    @Test
    void aFlakyLineLosesNothing() {
        Line line = line(2, true);
        for (int i = 0; i < 200; i++) {
            assertTrue(
                    hex(line.carry(Grade.FLAKY, FRAME)).endsWith(HexFormat.of().formatHex(FRAME)));
        }
    }

    @Test
    void aHostileLineDamagesAboutOneFrameInFive() {
        Line line = line(3, true);
        int damaged = 0;
        for (int i = 0; i < 1000; i++) {
            damaged += hex(line.carry(Grade.HOSTILE, FRAME))
                            .endsWith(HexFormat.of().formatHex(FRAME))
                    ? 0
                    : 1;
        }
        assertTrue(damaged > 130 && damaged < 280, damaged + " of 1000");
    }

    @Test
    void aHostileLineLeavesFramesWithoutAChecksumWhole() {
        Line line = line(4, false);
        for (int i = 0; i < 200; i++) {
            assertTrue(hex(line.carry(Grade.HOSTILE, FRAME))
                    .endsWith(HexFormat.of().formatHex(FRAME)));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertArrayEquals(
                bytes(line(5, true).carry(Grade.HOSTILE, FRAME)),
                bytes(line(5, true).carry(Grade.HOSTILE, FRAME)));
    }

    private static Line line(long seed, boolean damages) {
        return new Line(new Random(seed), PREAMBLE, damages);
    }

    private static String hex(List<Line.Portion> portions) {
        return HexFormat.of().formatHex(bytes(portions));
    }

    private static byte[] bytes(List<Line.Portion> portions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        portions.forEach(portion -> all.writeBytes(portion.bytes));
        return all.toByteArray();
    }
}
