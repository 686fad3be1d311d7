package banyan.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.driver.escpos.Answers.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AnswersTest {
    /**
     * By the tables of the Epson reference: four times {@code DLE EOT} of a healthy printer, two of one whose cover is open, {@code
     * GS I 67}, {@code GS ( H} with the number 1234, {@code DLE DC4 8}, {@code GS r 1} of three rolls, XOFF, XON, {@code GS a}.
     */
    private static final byte[] TALK =
            HexFormat.of().parseHex("121212121a165f4550534f4e0037223132333400372500" + "00030c" + "1311" + "14000000");

    private static final List<Parsed> SAID = List.of(
            new Parsed.Status(0x12),
            new Parsed.Status(0x12),
            new Parsed.Status(0x12),
            new Parsed.Status(0x12),
            new Parsed.Status(0x1A),
            new Parsed.Status(0x16),
            new Parsed.Words("EPSON"),
            new Parsed.Processed(0x31323334),
            new Parsed.Cleared(),
            new Parsed.Worked(false),
            new Parsed.Worked(false),
            new Parsed.Worked(true),
            new Parsed.Flow(true),
            new Parsed.Flow(false),
            new Parsed.Automatic());

    /** What is understood when the bytes arrive in these portions. */
    private static List<Parsed> understood(byte[] bytes, RandomGenerator random) {
        byte[] buffer = new byte[Answers.MAX_LENGTH];
        int count = 0;
        int at = 0;
        List<Parsed> said = new ArrayList<>();
        while (at < bytes.length) {
            int portion = Math.min(1 + random.nextInt(9), Math.min(bytes.length - at, buffer.length - count));
            System.arraycopy(bytes, at, buffer, count, portion);
            at += portion;
            count += portion;
            Parsed parsed = Answers.parse(buffer, count);
            while (!(parsed instanceof Parsed.Incomplete)) {
                said.add(parsed);
                int length = Answers.length(parsed);
                System.arraycopy(buffer, length, buffer, 0, count - length);
                count -= length;
                parsed = Answers.parse(buffer, count);
            }
        }
        return said;
    }

    @Test
    void eachAnswerIsKnownByItsFirstByteInWhateverPortionsItComes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9100);
        for (int i = 0; i < 500; i++) {
            assertEquals(SAID, understood(TALK, random));
        }
    }

    @Test
    void anAnswerThatIsNotWholeIsWaitedFor() {
        byte[] id = HexFormat.of().parseHex("37223132333400");
        for (int count = 1; count < id.length; count++) {
            assertInstanceOf(Parsed.Incomplete.class, Answers.parse(id, count), "after " + count);
        }
    }

    @Test
    void aTextThatDoesNotEndIsNoText() {
        byte[] endless = new byte[Answers.MAX_LENGTH];
        Arrays.fill(endless, (byte) 'A');
        endless[0] = 0x5F;
        assertEquals(new Parsed.Garbage(1), Answers.parse(endless, endless.length));
        endless[endless.length - 1] = 0;
        assertEquals(
                Answers.MAX_TEXT,
                assertInstanceOf(Parsed.Words.class, Answers.parse(endless, endless.length))
                        .text()
                        .length());
    }

    @Test
    void aBlockWithAControlByteInItIsNoise() {
        byte[] block = {0x37, 0x22, '1', 0x12, '3', '4', 0};
        assertEquals(new Parsed.Garbage(1), Answers.parse(block, block.length));
    }

    @Test
    void aMillionMalformedAnswersEndInOneOfTheAnswers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
        byte[] bytes = new byte[Answers.MAX_LENGTH];
        byte[] starts = {0x37, 0x5F, 0x12, 0x10, 0x22, 0x25, 0, 0x13};
        for (int i = 0; i < 1_000_000; i++) {
            int count = 1 + random.nextInt(Answers.MAX_LENGTH);
            for (int at = 0; at < Math.min(count, 12); at++) {
                bytes[at] = random.nextBoolean() ? starts[random.nextInt(starts.length)] : (byte) random.nextInt();
            }
            Parsed parsed = Answers.parse(bytes, count);
            int length = Answers.length(parsed);
            assertTrue(length <= count, () -> "took " + length);
            assertTrue(
                    parsed instanceof Parsed.Incomplete ? count < Answers.MAX_LENGTH : length > 0,
                    "neither an answer nor room for the rest of one");
        }
    }
}
