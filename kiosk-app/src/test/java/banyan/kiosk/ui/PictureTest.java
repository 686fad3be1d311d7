package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.control.InkView;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.QrCode;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What controls really draw, looked at pixel by pixel. */
class PictureTest {
    private static final int BLACK = 0xFF000000;

    private record Pixels(int width, int[] argb) {
        int at(double x, double y) {
            return argb[(int) y * width + (int) x];
        }
    }

    private static Pixels draw(Region node, int width, int height) {
        String style = new KioskWindow(new KioskWindow.Options(Format.PORTRAIT, Motion.REDUCED, false, ""), _ -> {})
                .scene()
                .getStylesheets()
                .getFirst();
        Pane root = new Pane(node);
        node.setManaged(false);
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add(style);
        node.resizeRelocate(0, 0, width, height);
        WritableImage image = scene.snapshot(null);
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Pixels(width, argb);
    }

    private static Picture blackPage() {
        int[] argb = new int[210 * 297];
        Arrays.fill(argb, BLACK);
        return new Picture(210, 297, argb);
    }

    @Test
    void aMaskBarCoversWhatItIsLaidOver() {
        FxThread.run(() -> {
            PaperView paper = new PaperView();
            paper.show(blackPage(), List.of(new float[] {0.25f, 0.5f, 0.5f, 0.1f}), "");
            Pixels pixels = draw(paper, 424, 598);
            var page = paper.page();
            for (double share : new double[] {0.27, 0.5, 0.73}) {
                assertNotEquals(
                        BLACK,
                        pixels.at(page.getMinX() + share * page.getWidth(), page.getMinY() + 0.55 * page.getHeight()));
            }
            assertEquals(
                    BLACK, pixels.at(page.getMinX() + 0.5 * page.getWidth(), page.getMinY() + 0.4 * page.getHeight()));
        });
    }

    @Test
    void theWordsAcrossArePaintedOverThePage() {
        FxThread.run(() -> {
            PaperView plain = new PaperView();
            plain.show(blackPage(), List.of(), "");
            PaperView marked = new PaperView();
            marked.show(blackPage(), List.of(), "预览 · 不作证明");
            assertEquals(
                    false,
                    Arrays.equals(
                            draw(plain, 424, 598).argb(), draw(marked, 424, 598).argb()));
        });
    }

    @Test
    void aCodeOnTheScreenReadsBack() throws ReaderException {
        String text = "BANYAN:350120260427";
        Pixels pixels = FxThread.call(() -> draw(new QrCode(text, 270), 270, 270));
        assertEquals(text, decode(pixels));
    }

    private static String decode(Pixels pixels) throws ReaderException {
        RGBLuminanceSource source =
                new RGBLuminanceSource(pixels.width(), pixels.argb().length / pixels.width(), pixels.argb());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (NotFoundException e) {
            return "no code found";
        }
    }

    @Test
    void inkThatGrowsLooksLikeInkDrawnAtOnce() {
        FxThread.run(() -> {
            float[] first = {.1f, .1f, .5f, .2f, .3f, .8f, .3f, .8f, .9f};
            float[] second = {.5f, .2f, .6f, .7f, .7f, .6f, .9f, .4f, .5f};
            InkView grown = new InkView(10);
            draw(grown, 400, 200);
            grown.show(List.of(Arrays.copyOf(first, 3)), 2);
            grown.show(List.of(Arrays.copyOf(first, 6)), 2);
            grown.show(List.of(first, Arrays.copyOf(second, 6)), 2);
            grown.show(List.of(first, second), 2);
            InkView atOnce = new InkView(10);
            draw(atOnce, 400, 200);
            atOnce.show(List.of(first, second), 2);
            // The first touch leaves a dot of its own; the line goes on over it.
            Pixels one = draw(grown, 400, 200);
            Pixels other = draw(atOnce, 400, 200);
            int different = 0;
            for (int i = 0; i < one.argb().length; i++) {
                different += one.argb()[i] == other.argb()[i] ? 0 : 1;
            }
            assertEquals(true, different < 40, different + " pixels");
        });
    }

    @Test
    void clearedInkIsGone() {
        FxThread.run(() -> {
            InkView ink = new InkView(10);
            Pixels empty = draw(ink, 400, 200);
            ink.show(List.of(new float[] {.1f, .1f, .5f, .9f, .9f, .8f}), 2);
            ink.show(List.of(), 2);
            assertArrayEquals(empty.argb(), draw(ink, 400, 200).argb());
        });
    }
}
