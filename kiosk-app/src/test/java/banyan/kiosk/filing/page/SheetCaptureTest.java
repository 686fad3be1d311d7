package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.filing.page.Developed.Page;
import banyan.kiosk.filing.page.Developed.Reason;
import banyan.kiosk.filing.page.Developed.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Test;

class SheetCaptureTest {
    private static byte[] scanned(Mat sheet, String kind) {
        OpenCv.ready();
        var file = new BytePointer();
        assertTrue(imencode(kind, sheet, file));
        byte[] bytes = new byte[(int) file.limit()];
        file.get(bytes);
        return bytes;
    }

    private static Page developed(byte[] image) {
        return assertInstanceOf(Page.class, SheetCapture.develop(image));
    }

    @Test
    void aScannedSheetIsAPageWithItsPaperWhite() {
        var page = developed(scanned(Desk.page(), ".jpg"));
        assertEquals(PageSize.A4_SHORT, page.width());
        assertEquals(PageSize.A4_LONG, page.height());
        assertTrue(mean(new Mat(Desk.decoded(page.jpeg()), new Rect(60, 60, 150, 150))).get(0) > 247);
    }

    @Test
    void aSheetThatWasDrawnInAskewIsTurnedLevel() {
        assertEquals(1.5, developed(scanned(Desk.askew(Desk.page(), 1.5), ".jpg")).measures().skew(), 0.15);
    }

    @Test
    void aScannerMayGivePng() {
        assertEquals(PageSize.A4_LONG, developed(scanned(Desk.page(), ".png")).height());
    }

    @Test
    void aBlankSideIsRefused() {
        assertEquals(
                new Refused(Reason.BLANK, Side.NOWHERE), SheetCapture.develop(scanned(Desk.blankPage(), ".jpg")));
    }

    @Test
    void whatClaimsTooManyPixelsIsNotDecoded() {
        byte[] huge = scanned(Desk.blankPage(), ".png");
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        assertEquals(new Refused(Reason.TOO_BIG, Side.NOWHERE), SheetCapture.develop(huge));
    }

    @Test
    void wordsAndHalvesAreNoImage() {
        byte[] words = "this is not a picture, whatever its name says".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = scanned(Desk.page(), ".jpg");
        assertEquals(new Refused(Reason.NOT_AN_IMAGE, Side.NOWHERE), SheetCapture.develop(words));
        assertEquals(
                new Refused(Reason.NOT_AN_IMAGE, Side.NOWHERE),
                SheetCapture.develop(Arrays.copyOf(whole, whole.length / 2)));
    }
}
