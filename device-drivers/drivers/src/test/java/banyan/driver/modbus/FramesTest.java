package banyan.driver.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.modbus.Frames.Expected;
import banyan.driver.modbus.Frames.Parsed;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The messages are the examples of MODBUS Application Protocol V1.1b3, 6.2 and 6.5, to and from unit 17 (11 hexadecimal). */
class FramesTest {
    private static final byte[] INPUTS = HexFormat.of().parseHex("110203acdb35" + "2018");
    private static final Expected TO_INPUTS = new Expected(0x11, 2, 3);
    private static final Expected TO_COIL = new Expected(0x11, 5, 0);
    private static final int MALFORMED = 1_000_000;

    @Test
    void questionsAreThoseOfTheStandard() {
        ReadInputDiscretesRequest inputs = new ReadInputDiscretesRequest(0xC4, 22);
        inputs.setUnitID(0x11);
        assertEquals("110200c40016baa9", HexFormat.of().formatHex(Frames.frame(inputs)));
        WriteCoilRequest coil = new WriteCoilRequest(0xAC, true);
        coil.setUnitID(0x11);
        assertEquals("110500acff004e8b", HexFormat.of().formatHex(Frames.frame(coil)));
    }

    @Test
    void overTcpAQuestionHasAHeaderAndNoChecksum() {
        WriteCoilRequest coil = new WriteCoilRequest(0xAC, true);
        coil.setUnitID(0x11);
        coil.setTransactionID(0x1234);
        assertEquals("123400000006110500acff00", HexFormat.of().formatHex(Frames.message(coil, false)));
    }

    @Test
    void anAnswerArrivingByteByByteIsOneFrame() {
        for (int count = 0; count < INPUTS.length; count++) {
            assertInstanceOf(Parsed.Incomplete.class, Frames.parse(INPUTS, count, TO_INPUTS), "after " + count);
        }
        assertEquals(new Parsed.Complete(INPUTS.length), Frames.parse(INPUTS, INPUTS.length, TO_INPUTS));
    }

    @Test
    void anEchoOfACoilIsItsAnswer() {
        byte[] echo = HexFormat.of().parseHex("110500acff004e8b");
        assertEquals(new Parsed.Complete(8), Frames.parse(echo, echo.length, TO_COIL));
    }

    @Test
    void aRefusalIsAnAnswer() {
        byte[] refusal = HexFormat.of().parseHex("118202c0a4");
        assertEquals(new Parsed.Complete(5), Frames.parse(refusal, refusal.length, TO_INPUTS));
    }

    @Test
    void aFlippedBitIsNoFrame() {
        for (int bit = 0; bit < INPUTS.length * 8; bit++) {
            byte[] bad = INPUTS.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(new Parsed.Garbage(), Frames.parse(bad, bad.length, TO_INPUTS), "bit " + bit);
        }
    }

    @Test
    void anAnswerOfAnotherUnitOrToAnotherQuestionIsGarbage() {
        assertEquals(new Parsed.Garbage(), Frames.parse(INPUTS, INPUTS.length, new Expected(0x12, 2, 3)));
        assertEquals(new Parsed.Garbage(), Frames.parse(INPUTS, INPUTS.length, TO_COIL));
    }

    @Test
    void aLengthIsNeverBelieved() {
        byte[] huge = {0x11, 2, (byte) 0xFF};
        assertEquals(new Parsed.Garbage(), Frames.parse(huge, huge.length, TO_INPUTS));
    }

    @Test
    void afterNoiseTheAnswerIsFound() {
        byte[] noisy = HexFormat.of().parseHex("001102" + "11" + HexFormat.of().formatHex(INPUTS));
        assertArrayEquals(INPUTS, found(noisy, TO_INPUTS));
    }

    /** Drops what is garbage until a frame is found; nothing where none is. */
    private static byte[] found(byte[] bytes, Expected expected) {
        byte[] left = bytes;
        while (true) {
            switch (Frames.parse(left, left.length, expected)) {
                case Parsed.Complete(int length) -> {
                    return Arrays.copyOf(left, length);
                }
                case Parsed.Incomplete _ -> {
                    return new byte[0];
                }
                case Parsed.Garbage _ -> left = Arrays.copyOfRange(left, 1, left.length);
            }
        }
    }

    @Test
    void aMillionMalformedFramesEndEachInAnAnswer() {
        Random dice = new Random(20260601);
        int complete = 0;
        for (int i = 0; i < MALFORMED; i++) {
            byte[] bytes = i % 2 == 0 ? INPUTS.clone() : new byte[1 + dice.nextInt(Frames.LONGEST - 1)];
            if (i % 2 == 0) {
                bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt();
            } else {
                dice.nextBytes(bytes);
                bytes[0] = 0x11;
            }
            int count = dice.nextInt(bytes.length + 1);
            switch (Frames.parse(bytes, count, TO_INPUTS)) {
                case Parsed.Complete(int length) -> {
                    complete++;
                    assertTrue(length <= count);
                }
                case Parsed.Incomplete(int missing) -> assertTrue(missing > 0 && missing <= TO_INPUTS.length());
                case Parsed.Garbage _ -> assertTrue(count > 0);
            }
        }
        assertTrue(complete < MALFORMED / 100, "only a byte that was replaced by itself leaves a frame whole");
    }
}
