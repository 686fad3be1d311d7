package banyan.simulator.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.wire.Await;
import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.GraphicsImageWrapper;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interpreter and its paper, fed by encoders that nobody here wrote. */
class ReceiptPrinterTwinTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Mechanism mechanism = new Mechanism(() -> {});

    @BeforeEach
    void fast() {
        mechanism.millisPerLine(0);
    }

    @AfterEach
    void close() {
        mechanism.close();
    }

    private synchronized void answer(byte[] bytes) {
        said.writeBytes(bytes);
    }

    private synchronized String answers() {
        return HexFormat.of().formatHex(said.toByteArray());
    }

    private void send(byte[] bytes) {
        mechanism.hear(bytes, bytes.length, this::answer);
    }

    private void send(String hex) {
        send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private Slip printed(byte[] bytes) {
        send(bytes);
        until(() -> mechanism.state().waiting() == 0 && !mechanism.slips().isEmpty());
        return mechanism.slips().getLast();
    }

    private static void until(BooleanSupplier so) {
        Await.until(so, "the printer did not come so far");
    }

    private static List<String> codesOn(Slip slip) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(slip.png()));
        assertEquals(576, image.getWidth());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return Arrays.stream(new QRCodeMultiReader()
                            .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(result -> result.getText())
                    .toList();
        } catch (NotFoundException _) {
            return List.of();
        }
    }

    @Test
    void receiptlinesChineseReceiptIsReadAndItsDrawnCodeToo() throws IOException {
        byte[] bytes;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("receiptline.bin"))) {
            bytes = in.readAllBytes();
        }
        Slip slip = printed(bytes);
        assertEquals(
                List.of("福州市政务服务中心", "受理凭条", "事项 灵活就业补贴", "编号 SB2026-0711", "─".repeat(48), "ABC 123"),
                slip.text()
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .filter(line -> !line.isEmpty())
                        .toList());
        assertEquals(List.of("https://example.org/q/1"), codesOn(slip));
        assertTrue(slip.cut());
        assertEquals(0, mechanism.state().unknownCommands());
        assertEquals(0, mechanism.state().linesTooLong());
        assertEquals("00", answers());
    }

    @Test
    void escposCoffeesStylesCodeAndPicturesAreOnThePaper() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage square = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = square.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(8, 8, 48, 24);
        pen.dispose();
        try (EscPos printer = new EscPos(out)) {
            EscPosImage picture = new EscPosImage(new CoffeeImageImpl(square), new BitonalThreshold());
            var _ = printer.initializePrinter()
                    .setCharsetName("cp437")
                    .writeLF(
                            new Style().setFontSize(FontSize._3, FontSize._2).setJustification(Justification.Center),
                            "Café")
                    .writeLF(new Style().setBold(true).setUnderline(Style.Underline.OneDotThick), "Total 12,50")
                    .write(new QRCode().setSize(6).setJustification(Justification.Center), "https://example.org/coffee")
                    .write(new RasterBitImageWrapper(), picture)
                    .write(new GraphicsImageWrapper(), picture)
                    .feed(3)
                    .cut(CutMode.FULL);
        }
        Slip slip = printed(out.toByteArray());
        assertEquals("Café\nTotal 12,50\n", slip.text());
        assertEquals(List.of("https://example.org/coffee"), slip.codes());
        assertEquals(List.of("https://example.org/coffee"), codesOn(slip));
        List<Row.Raster> pictures = slip.rows().stream()
                .filter(Row.Raster.class::isInstance)
                .map(Row.Raster.class::cast)
                .toList();
        assertEquals(2, pictures.size());
        pictures.forEach(picture -> {
            assertEquals(64, picture.width());
            assertEquals(64 * 40 - 48 * 24, picture.dots().cardinality());
        });
        assertEquals(0, mechanism.state().unknownCommands());
    }

    @Test
    void aCodeOfChineseWordsCanBeReadFromThePaper() throws IOException {
        byte[] content = "https://example.org/?事项=补贴".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("1b40" + "1b6131" + "1d286b0300314306" + "1d286b0300314531" + "1d286b"));
        out.write(content.length + 3);
        out.writeBytes(new byte[] {0, '1', 'P', '0'});
        out.writeBytes(content);
        out.writeBytes(HexFormat.of().parseHex("1d286b0300315130" + "1d564200"));
        assertEquals(List.of("https://example.org/?事项=补贴"), codesOn(printed(out.toByteArray())));
    }

    @Test
    void whatItDoesNotKnowIsPassedOverWithItsParameters() {
        // A barcode, a bit image, a user-defined length, a drawer's pulse; then three letters, LF and a cut.
        Slip slip = printed(HexFormat.of().parseHex("1b40" + "1d6b4905" + "3132333435" + "1b2a2102000102030405060a"
                + "1c28450200" + "3c01" + "1b70001919" + "414243" + "0a" + "1d5600"));
        assertEquals(List.of("ABC"), slip.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        send("1b7f" + "1d7f");
        until(() -> mechanism.state().unknownCommands() == 2);
    }

    @Test
    void fourByteCharactersAreOne() {
        byte[] text = "\u001b@\u001c&吉𠮷A榕\n\u001di\u0000".getBytes(Charset.forName("GB18030"));
        assertEquals("吉𠮷A榕\n", printed(text).text());
    }

    @Test
    void theSamePaperComesOutHoweverTheBytesArrive() throws IOException {
        byte[] bytes;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("receiptline.bin"))) {
            bytes = in.readAllBytes();
        }
        byte[] once = printed(bytes).png();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        mechanism.reset();
        mechanism.millisPerLine(0);
        for (int at = 0; at < bytes.length; ) {
            int size = Math.min(1 + random.nextInt(60), bytes.length - at);
            send(Arrays.copyOfRange(bytes, at, at + size));
            at += size;
        }
        until(() -> mechanism.state().waiting() == 0 && !mechanism.slips().isEmpty());
        assertArrayEquals(once, mechanism.slips().getLast().png());
    }

    @Test
    void realTimeCommandsAreObeyedAtOnceAlsoInTheMiddleOfOthersAndOffline() {
        mechanism.cover(true);
        send("414243" + "1004 01" + "1004 02" + "1004 03" + "1004 04");
        assertEquals("1a161212", answers());
        mechanism.roll(Mechanism.Roll.OUT);
        said.reset();
        send("100401100402100403100404");
        assertEquals("1a36127e", answers());
        said.reset();
        send("1014 08 01 03 14 01 06 02 08");
        assertEquals("372500", answers());
        assertEquals(0, mechanism.state().waiting());
    }

    @Test
    void aProcessIdIsSaidWhenEverythingBeforeItIsOnPaperAndNotBefore() {
        mechanism.cover(true);
        send("1b40" + "41420a" + "1d28480600303041424344" + "1d7201");
        send("100401");
        assertEquals("1a", answers());
        mechanism.cover(false);
        until(() -> answers().equals("1a" + "37224142434400" + "00"));
        assertEquals("AB\n", mechanism.slips().getLast().text());
    }

    @Test
    void aKnifeThatSticksHoldsEverythingBehindIt() {
        mechanism.jamNextCut();
        send("410a" + "1d5600" + "1d7201");
        until(() -> mechanism.state().knifeJammed());
        send("100403");
        assertEquals("1a", answers());
        mechanism.clearJam();
        until(() -> answers().equals("1a00"));
        assertTrue(mechanism.slips().getFirst().cut());
    }

    @Test
    void whateverComesItNeitherStopsNorFails() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(80);
        byte[] starts = {0x1B, 0x1C, 0x1D, 0x10, '(', 'k', 'v', 'L', '*', 'V', '&'};
        byte[] noise = new byte[64];
        for (int i = 0; i < 4_000; i++) {
            random.nextBytes(noise);
            for (int at = 0; at < noise.length; at += 3) {
                noise[at] = starts[random.nextInt(starts.length)];
            }
            send(noise);
        }
        send("1014 08 01 03 14 01 06 02 08");
        mechanism.reset();
        mechanism.millisPerLine(0);
        assertEquals("AB\n", printed(HexFormat.of().parseHex("1b4041420a1d5600")).text());
    }
}
