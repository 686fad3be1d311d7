package banyan.driver.codescanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.codescanner.Frames.Parsed;
import banyan.driver.codescanner.Frames.Parsed.Answer;
import banyan.driver.codescanner.Frames.Parsed.Code;
import banyan.driver.codescanner.Frames.Parsed.Endless;
import banyan.driver.codescanner.Frames.Parsed.Garbage;
import banyan.driver.codescanner.Frames.Parsed.Incomplete;
import banyan.driver.codescanner.Frames.Parsed.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The serial codec; the answer is the one printed in the user guides of Honeywell's scanners. */
class FramesTest {
    private static final long SEED = 20261122;
    private static final Frames PLAIN = new Frames(new byte[0], bytes("\r"), false);
    private static final Frames ASKED = new Frames(bytes("\u0002"), bytes("\r"), true);
    private static final Duration NONE = Duration.ZERO;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Parsed parse(Frames frames, String text, Duration pause) {
        return frames.parse(bytes(text), text.length(), pause);
    }

    @Test
    void theQuestionIsPrefixTagAndQueryAsTheGuidesPrintThem() {
        assertEquals("\u0016M\rCBRENA?.", new String(Frames.QUESTION, StandardCharsets.US_ASCII));
    }

    @Test
    void aCodeEndsWithItsTerminatorAndAPause() {
        assertInstanceOf(Incomplete.class, parse(PLAIN, "6901234\r", NONE));
        assertEquals(new Code(0, 7, 8), parse(PLAIN, "6901234\r", Frames.AFTER_A_CODE));
    }

    @Test
    void whatFollowsATerminatorAtOnceMakesItPartOfTheCodeWhichIsRefused() {
        assertInstanceOf(Incomplete.class, parse(PLAIN, "BEGIN\rEND\r", NONE));
        assertEquals(
                new Refused(CodeText.CONTROL_CHARACTER, 10), parse(PLAIN, "BEGIN\rEND\r", Frames.AFTER_A_CODE));
    }

    @Test
    void theAnswerIsTold() {
        assertInstanceOf(Answer.class, parse(ASKED, "CBRENA1\u0006.", NONE));
        assertInstanceOf(Answer.class, parse(ASKED, "CBRENA1\u0015.", NONE));
        assertInstanceOf(Incomplete.class, parse(ASKED, "CBRENA1\u0006", NONE));
    }

    @Test
    void anAnswerRightAfterACodeEndsTheCode() {
        assertEquals(new Code(1, 4, 5), parse(ASKED, "\u0002abc\rCBRENA1\u0006.", NONE));
    }

    @Test
    void anAnswerInTheMiddleOfACodeCutsItShort() {
        assertEquals(new Refused(CodeText.CUT_SHORT, 3), parse(ASKED, "\u0002abCBRENA1\u0006.", NONE));
    }

    @Test
    void withoutItsPrefixNothingIsACode() {
        assertEquals(new Garbage(4), parse(ASKED, "abc\r", Frames.AFTER_A_CODE));
        assertEquals(new Code(3, 6, 7), parse(ASKED, "ab\u0002abc\r", Frames.AFTER_A_CODE));
    }

    @Test
    void aLineEndTooManyIsSkipped() {
        assertEquals(new Garbage(2), parse(PLAIN, "\n\rabc\r", NONE));
        assertEquals(new Code(0, 3, 5), parse(PLAIN, "abc\r\n", Frames.AFTER_A_CODE));
    }

    @Test
    void halfACodeIsCutShortAfterALongPauseOnly() {
        assertInstanceOf(Incomplete.class, parse(PLAIN, "abc", Frames.AFTER_A_CODE));
        assertEquals(new Refused(CodeText.CUT_SHORT, 3), parse(PLAIN, "abc", Frames.CUT_SHORT));
    }

    @Test
    void whatHasNoEndIsGivenUp() {
        byte[] endless = new byte[Frames.MAX_LENGTH + 1];
        Arrays.fill(endless, (byte) 'a');
        assertInstanceOf(Incomplete.class, PLAIN.parse(endless, Frames.MAX_LENGTH, NONE));
        assertInstanceOf(Endless.class, PLAIN.parse(endless, endless.length, NONE));
    }

    /** C17. */
    @Test
    void aMillionMalformedFramesEndEachInAnAnswer() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] likely = bytes("\u0002\r\nCBRENA1\u0006.\u0015ab");
        Duration[] pauses = {NONE, Frames.AFTER_A_CODE, Frames.CUT_SHORT};
        byte[] bytes = new byte[24];
        for (int i = 0; i < 1_000_000; i++) {
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = likely[random.nextInt(likely.length)];
            }
            int count = random.nextInt(bytes.length + 1);
            Parsed parsed = ASKED.parse(bytes, count, pauses[random.nextInt(pauses.length)]);
            int length = Frames.length(parsed, count);
            assertTrue(length <= count && (length > 0) != parsed instanceof Incomplete, () -> "stuck at " + parsed);
            if (parsed instanceof Code code) {
                assertTrue(code.from() <= code.to() && code.to() < code.length());
            }
        }
    }

    /** C9. */
    @Test
    void theSameBytesInAnyPortionsGiveTheSameFrames() {
        byte[] wire = bytes("noise\u0002first\rCBRENA1\u0006.\r\n\u0002second\rCBRENA1\u0006."
                + "xCBRENA0\u0006.\u0002third\r");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < 1000; run++) {
            assertEquals("CAGCARAC", frames(wire, random), "run " + run);
        }
    }

    private static String frames(byte[] wire, RandomGenerator random) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[wire.length];
        int count = 0;
        int sent = 0;
        while (sent < wire.length || count > 0) {
            Parsed parsed = ASKED.parse(buffer, count, sent < wire.length ? NONE : Frames.CUT_SHORT);
            switch (parsed) {
                case Code _ -> seen.append('C');
                case Answer _ -> seen.append('A');
                case Refused _ -> seen.append('R');
                case Garbage _ -> {
                    // Two line ends may come as one or as two.
                    if (seen.charAt(seen.length() - 1) != 'G') {
                        seen.append('G');
                    }
                }
                case Endless _ -> seen.append('E');
                case Incomplete _ -> {
                    int portion = 1 + random.nextInt(Math.min(5, wire.length - sent));
                    System.arraycopy(wire, sent, buffer, count, portion);
                    count += portion;
                    sent += portion;
                }
            }
            int drop = Frames.length(parsed, count);
            System.arraycopy(buffer, drop, buffer, 0, count - drop);
            count -= drop;
        }
        return seen.toString();
    }
}
