package banyan.driver.codescanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.CodeScanner;
import banyan.device.CodeScanner.Code;
import banyan.device.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CodeTextTest {
    private static final long SEED = 20261122;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static Outcome<Code> text(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return CodeText.of(bytes, 0, bytes.length, charset);
    }

    @Test
    void aTextIsTakenInTheSitesCharacters() {
        assertEquals(Outcome.done(new Code("样张𬹼")), text("样张𬹼", GB18030));
        assertEquals(Outcome.done(new Code("样张𬹼")), text("样张𬹼", StandardCharsets.UTF_8));
    }

    @Test
    void whatWouldTurnOrHideWhatIsShownIsRefused() {
        assertEquals(Outcome.failed(CodeText.CONTROL_CHARACTER), text("a\u202Ecod.exe", StandardCharsets.UTF_8));
        assertEquals(Outcome.failed(CodeText.CONTROL_CHARACTER), text("a\u0000b", StandardCharsets.UTF_8));
        assertEquals(Outcome.failed(CodeText.CONTROL_CHARACTER), text("a\u2028b", StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsNoText() {
        assertEquals(Outcome.failed(CodeText.NOT_TEXT), text("", StandardCharsets.UTF_8));
        assertEquals(Outcome.failed(CodeText.NOT_TEXT), text("  ", StandardCharsets.UTF_8));
    }

    @Test
    void whatIsTooLongIsRefusedWhateverItSays() {
        assertEquals(
                Outcome.failed(CodeText.TOO_LONG),
                text("a".repeat(CodeScanner.MAX_BYTES + 1), StandardCharsets.UTF_8));
    }

    @Test
    void anyBytesAreATextOrRefused() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] bytes = new byte[12];
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(bytes);
            Charset charset = random.nextBoolean() ? GB18030 : StandardCharsets.UTF_8;
            if (CodeText.of(bytes, 0, bytes.length, charset) instanceof Outcome.Done<Code>(var code)) {
                assertEquals(-1, code.text().indexOf('\uFFFD'));
                assertInstanceOf(Outcome.Done.class, text(code.text(), charset));
            }
        }
    }
}
