package banyan.driver.escpos;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A receipt as the printer's commands. Styles are the library's; what it does not know is written here: Chinese text, which is GB
 * 18030 in the printer's Kanji mode, and QR codes, whose length the library counts in characters.
 *
 * @param columns of one byte's width, 12 dots each
 * @param cut the {@code m} of {@code GS V m n}, which first feeds the paper to the cutter
 */
record Composer(int columns, int cut) {
    static final int FULL_CUT = 65;
    static final int PARTIAL_CUT = 66;

    /** A receipt is never longer than this: more is a mistake of whoever made it. */
    static final int MAX_BYTES = 64 * 1024;

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final Fault TOO_LONG = new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "RECEIPT-TOO-LONG");
    private static final Fault QR_TOO_LONG = new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "RECEIPT-QR-TOO-LONG");
    private static final int DOTS_PER_COLUMN = 12;

    /** Eight dots, a millimetre, of air above 24 dots of character, and above twice as many. */
    private static final int LINE = 32;

    private static final int TALL_LINE = 60;
    private static final int AROUND_A_CODE = 32;
    private static final int TWICE = 0x0C;

    /**
     * Writes the receipt with its cut; failed where it cannot be printed whole.
     *
     * @param remains whether part of another receipt may still hang in the printer: then it is cut off first
     */
    Outcome<Tape> compose(Tape tape, Receipt receipt, boolean remains) {
        try {
            EscPos printer = new EscPos(tape).initializePrinter();
            printer.flush();
            if (remains) {
                cut(tape);
            }
            for (Part part : receipt.parts()) {
                switch (part) {
                    case Part.Text text -> text(tape, text);
                    case Part.Qr(String content) -> {
                        if (squares(content).isEmpty()) {
                            return Outcome.failed(QR_TOO_LONG);
                        }
                        qr(tape, content);
                    }
                    case Part.Rule() -> text(tape, new Part.Text("─".repeat(columns / 2), Align.LEFT, 1, false));
                    case Part.Space(int lines) -> {
                        for (int line = 0; line < lines; line++) {
                            var _ = printer.feed(new Style().setLineSpacing(LINE), 1);
                        }
                    }
                }
                printer.flush();
                if (tape.count() > MAX_BYTES) {
                    return Outcome.failed(TOO_LONG);
                }
            }
            cut(tape);
            return Outcome.done(tape);
        } catch (IOException impossible) {
            throw new UncheckedIOException("written to memory", impossible);
        }
    }

    /** Feeds what is printed past the cutter and cuts it off. */
    private void cut(Tape tape) {
        tape.command(0x1D, 'V', cut, 0);
    }

    private void text(Tape tape, Part.Text text) throws IOException {
        boolean large = text.size() > 1;
        FontSize size = large ? FontSize._2 : FontSize._1;
        Style style = new Style()
                .setFontSize(size, size)
                .setBold(text.bold())
                .setJustification(
                        switch (text.align()) {
                            case LEFT -> Justification.Left_Default;
                            case CENTRE -> Justification.Center;
                        })
                .setLineSpacing(large ? TALL_LINE : LINE);
        tape.write(style.getConfigBytes());
        // The size of Chinese characters is a matter of its own on printers older than GS !.
        tape.command(0x1C, '!', large ? TWICE : 0);
        for (String line : Columns.broken(text.text(), columns / text.size())) {
            byte[] bytes = line.getBytes(GB_18030);
            tape.command(0x1C, '&');
            tape.write(bytes);
            tape.command(0x1C, '.', '\n');
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private OptionalInt squares(String content) {
        return Squares.dots(content.getBytes(StandardCharsets.UTF_8).length, columns * DOTS_PER_COLUMN);
    }

    /** {@code GS ( k}: model 2, the size of a square, level M, the content, print. */
    private void qr(Tape tape, String content) throws IOException {
        tape.write(new Style().setJustification(Justification.Center).getConfigBytes());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length + 3;
        // A reader needs four squares of white on every side; the paper has them left and right.
        tape.command(0x1B, 'J', AROUND_A_CODE);
        tape.command(0x1D, '(', 'k', 4, 0, '1', 'A', '2', 0);
        tape.command(0x1D, '(', 'k', 3, 0, '1', 'C', squares(content).orElseThrow());
        tape.command(0x1D, '(', 'k', 3, 0, '1', 'E', '1');
        tape.command(0x1D, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
        tape.write(bytes);
        tape.command(0x1D, '(', 'k', 3, 0, '1', 'Q', '0');
        tape.command(0x1B, 'J', AROUND_A_CODE);
        Arrays.fill(bytes, (byte) 0);
    }
}
