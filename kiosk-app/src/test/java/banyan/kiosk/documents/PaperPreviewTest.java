package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.Language;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperPreviewTest {
    private static final int WIDTH = 900;

    @Test
    void thePictureIsAsWideAsAskedAndInThePagesProportion() {
        var picture = picture(certificate("张三丰", Samples.NUMBER), 0);
        assertEquals(WIDTH, picture.width());
        assertEquals(297.0 / 210, (double) picture.height() / picture.width(), 0.003);
    }

    @Test
    void whatDiffersBetweenTwoCitizensLiesUnderTheBars() {
        var one = certificate("张三丰", Samples.NUMBER);
        var other = certificate("李四光", "350102198812122286");
        var here = picture(one, 0);
        var there = picture(other, 0);
        var bars = one.plans().getFirst().bars();
        int different = 0;
        for (int y = 0; y < here.height(); y++) {
            for (int x = 0; x < here.width(); x++) {
                if (here.at(x, y) != there.at(x, y)) {
                    different++;
                    double u = (x + 0.5) / here.width();
                    double v = (y + 0.5) / here.height();
                    assertTrue(bars.stream().anyMatch(bar -> bar.area().holds(u, v)), "pixel " + x + ", " + y);
                }
            }
        }
        assertTrue(different > 500, "the name and the number do stand there");
    }

    @Test
    void theCodeOnThePageCanBeScanned() throws ReaderException {
        var rendered = certificate("张三丰", Samples.NUMBER);
        assertEquals(Samples.ADDRESS, scanned(picture(rendered, rendered.pages() - 1)));
    }

    @Test
    void theCodeCanBeScannedOnADemonstrationToo() throws ReaderException {
        var rendered = PaperRendererTest.rendered(
                Samples.certificate(Language.EN, "Zhang Sanfeng", Samples.NUMBER, 10), Samples.DEMONSTRATION);
        assertEquals(Samples.ADDRESS, scanned(picture(rendered, rendered.pages() - 1)));
    }

    @Test
    void theSignatureLiesInItsField() {
        var blank =
                PaperRendererTest.rendered(Samples.commitment(Language.ZH_CN, "张三丰", Optional.empty()), Samples.REAL);
        var signed = PaperRendererTest.rendered(
                Samples.commitment(Language.ZH_CN, "张三丰", Optional.of(Samples.signature())), Samples.REAL);
        var field = signed.plans().getFirst().signatures().getFirst();
        var before = picture(blank, 0);
        var after = picture(signed, 0);
        int ink = 0;
        for (int i = 0; i < after.argb().length; i++) {
            if (before.argb()[i] != after.argb()[i]) {
                ink++;
                double u = (i % after.width() + 0.5) / after.width();
                double v = (i / after.width() + 0.5) / after.height();
                assertTrue(field.holds(u, v), "ink outside its field");
            }
        }
        assertTrue(ink > 800, "there is a signature");
    }

    @Test
    void theLayerNamesWhatAPreviewIs() {
        var plan = certificate("张三丰", Samples.NUMBER).plans().getFirst();
        var layer = PreviewLayer.over(plan, Language.ZH_CN);
        assertEquals(plan.bars(), layer.bars());
        assertTrue(layer.stamps().stream().allMatch(stamp -> stamp.words().equals("预览 · 不作证明")));
        assertEquals(2, layer.stamps().size());
    }

    @Test
    void aPageThatIsNotThereIsNoException() {
        byte[] pdf = certificate("张三丰", Samples.NUMBER).pdf();
        assertInstanceOf(PaperPreview.Drawn.Unreadable.class, PaperPreview.page(pdf, 9, WIDTH));
        assertInstanceOf(PaperPreview.Drawn.Unreadable.class, PaperPreview.page(new byte[] {1, 2, 3}, 0, WIDTH));
    }

    @Test
    void aWipedPictureHasNoPixelLeft() {
        var picture = picture(certificate("张三丰", Samples.NUMBER), 0);
        picture.wipe();
        assertTrue(Arrays.stream(picture.argb()).allMatch(pixel -> pixel == 0));
        assertEquals("Picture[900x1273]", picture.toString());
    }

    private static Rendering.Rendered certificate(String name, String number) {
        return PaperRendererTest.rendered(Samples.certificate(Language.ZH_CN, name, number, 10), Samples.REAL);
    }

    private static Picture picture(Rendering.Rendered rendered, int index) {
        return assertInstanceOf(PaperPreview.Drawn.Page.class, PaperPreview.page(rendered.pdf(), index, WIDTH))
                .picture();
    }

    private static String scanned(Picture picture) throws ReaderException {
        var source = new RGBLuminanceSource(picture.width(), picture.height(), picture.argb());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (NotFoundException none) {
            return "no code found";
        }
    }
}
