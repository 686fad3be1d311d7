package banyan.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final Composer WIDE = new Composer(48, Composer.PARTIAL_CUT);

    private static String hex(Composer composer, boolean remains, Part... parts) {
        Tape tape = new Tape();
        Outcome<Tape> composed = composer.compose(tape, new Receipt("test", List.of(parts)), remains);
        assertInstanceOf(Outcome.Done.class, composed);
        return HexFormat.of().formatHex(Arrays.copyOf(tape.bytes(), tape.count()));
    }

    private static Fault fault(Composer composer, Part part) {
        Outcome<Tape> composed = composer.compose(new Tape(), new Receipt("test", List.of(part)), false);
        return assertInstanceOf(Outcome.Failed.class, composed).fault();
    }

    @Test
    void aLineIsItsStyleAndGb18030InKanjiModeAndTheEndIsACut() {
        String bytes = hex(WIDE, false, new Part.Text("榕A𠮷", Align.CENTRE, 2, true));
        // ESC @ … GS ! 11 … ESC a 1 … FS ! 0C, FS &, the text, FS ., LF, GS V 66 0
        assertTrue(bytes.startsWith("1b40"), bytes);
        assertTrue(bytes.contains("1b4501") && bytes.contains("1d2111") && bytes.contains("1b6131"), bytes);
        assertTrue(bytes.endsWith("1c210c" + "1c26" + "e9c5" + "41" + "9534b235" + "1c2e" + "0a" + "1d564200"), bytes);
    }

    @Test
    void whatAnotherReceiptHasLeftIsCutOffFirst() {
        assertTrue(hex(new Composer(32, Composer.FULL_CUT), true).startsWith("1b40" + "1d564100"));
    }

    @Test
    void aCodesLengthIsThatOfItsBytes() {
        // GS ( k pL pH 49 80 48: three bytes and those of "a榕" in UTF-8
        assertTrue(hex(WIDE, false, new Part.Qr("a榕")).contains("1d286b" + "0700" + "315030" + "61e6a695"));
    }

    @Test
    void aCodeThatCannotBeReadOrDoesNotFitIsRefused() {
        assertEquals("RECEIPT-QR-TOO-LONG", fault(WIDE, new Part.Qr("a".repeat(2332))).code());
        assertEquals(
                "RECEIPT-QR-TOO-LONG",
                fault(new Composer(32, Composer.FULL_CUT), new Part.Qr("a".repeat(2331)))
                        .code());
    }

    @Test
    void aReceiptWithoutEndIsRefused() {
        assertEquals(
                "RECEIPT-TOO-LONG",
                fault(WIDE, new Part.Text("榕".repeat(40_000), Align.LEFT, 1, false)).code());
    }

    @Test
    void theSquaresOfACodeAreAsLargeAsTheyCanBeReadWell() {
        assertEquals(8, Squares.dots(60, 576).orElseThrow());
        assertEquals(5, Squares.dots(200, 576).orElseThrow());
        assertEquals(3, Squares.dots(Squares.MAX_BYTES, 576).orElseThrow());
        assertTrue(Squares.dots(Squares.MAX_BYTES + 1, 576).isEmpty());
    }
}
