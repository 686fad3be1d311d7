package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.TM_CCOEFF_NORMED;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.matchTemplate;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.filing.page.Developed.Page;
import banyan.kiosk.filing.page.Developed.Reason;
import banyan.kiosk.filing.page.Developed.Refused;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

class PageCaptureTest {
    /** A page on a dark desk under a warm lamp that leaves 55 % of its light at the far corner. */
    private static final int PAGES_FOR_A_LEAK = 12;
    private static final byte[] STILL =
            Desk.lyingWell(Desk.DARK).lit(0.55, 0.9).noisy(4).still();

    private static final PageCapture CAPTURE = new PageCapture();

    @Test
    void aPageBecomesA4AtThreeHundredDotsPerInch() {
        var page = developed(STILL);
        assertEquals(PageSize.A4_SHORT, page.width());
        assertEquals(PageSize.A4_LONG, page.height());
        var picture = Desk.decoded(page.jpeg());
        assertEquals(PageSize.A4_SHORT, picture.cols());
        assertEquals(PageSize.A4_LONG, picture.rows());
        assertEquals(300, (page.jpeg()[14] & 0xFF) << 8 | page.jpeg()[15] & 0xFF);
    }

    @Test
    void whatIsWrittenStandsWhereItStoodOnThePaper() {
        assertTrue(likeness(Desk.page(), developed(STILL)) > 0.93, "print is where it was");
    }

    @Test
    void theShadowIsGone() {
        var page = Desk.decoded(developed(STILL).jpeg());
        for (var at :
                new Rect[] {new Rect(60, 60, 150, 150), new Rect(2250, 3250, 150, 150), new Rect(60, 3250, 150, 150)}) {
            var paper = mean(new Mat(page, at));
            for (int channel = 0; channel < 3; channel++) {
                assertTrue(paper.get(channel) > 247, "paper is white, not " + paper.get(channel));
            }
        }
    }

    @Test
    void aRedSealStaysRed() {
        var page = Desk.decoded(developed(STILL).jpeg());
        var seal = mean(new Mat(page, new Rect(1850 - 3, 2800 + 207, 6, 6)));
        assertTrue(seal.get(2) > 150 && seal.get(2) > 2 * seal.get(1), "red beside green");
    }

    @Test
    void theRimWhereTheDeskShinesThroughIsPaper() {
        var page = Desk.decoded(developed(STILL).jpeg());
        assertTrue(mean(new Mat(page, new Rect(0, 0, 8, PageSize.A4_LONG))).get(0) > 253);
    }

    @Test
    void aPageOnALightDeskIsFoundAsWell() {
        var still = Desk.lyingWell(Desk.LIGHT).lit(0.6, 0.9).noisy(4).still();
        assertTrue(likeness(Desk.page(), developed(still)) > 0.93, "print is where it was");
    }

    @Test
    void linesThatRunUphillAreTurnedLevel() {
        var askew = Desk.askew(Desk.page(), 1.5);
        var page = developed(new Desk(Desk.DARK)
                .with(askew, Desk.LYING_WELL)
                .lit(0.7, 0.9)
                .noisy(3)
                .still());
        assertEquals(1.5, page.measures().skew(), 0.15);
        assertTrue(likeness(Desk.page(), page) > 0.9, "level again");
    }

    @Test
    void aPhotographIsNoLineToTurnThePageBy() {
        var page = developed(new Desk(Desk.DARK)
                .with(Desk.photographedPage(), Desk.LYING_WELL)
                .lit(0.6, 0.9)
                .noisy(7)
                .still());
        assertEquals(0, page.measures().skew());
        assertTrue(likeness(Desk.photographedPage(), page) > 0.93, "as straight as it was");
    }

    @Test
    void aPaperInABroadFrameIsFiledWithItsRim() {
        var page = developed(new Desk(Desk.LIGHT)
                .with(Desk.framedPage(), Desk.LYING_WELL)
                .lit(0.85, 1)
                .noisy(3)
                .still());
        assertTrue(likeness(Desk.framedPage(), page) > 0.93, "frame and rim are where they were");
    }

    @Test
    void aSmallPaperIsNotBlownUp() {
        var page = developed(new Desk(Desk.DARK)
                .with(Desk.page(), Desk.outline(1700, 900, 2645, 915, 2635, 2220, 1690, 2200))
                .lit(0.8, 0.9)
                .still());
        assertEquals(945, page.width(), 15);
    }

    @Test
    void aPageLaidAcrossStaysAcross() {
        var at = Desk.outline(560, 2640, 600, 560, 3560, 600, 3500, 2700);
        var page = developed(
                new Desk(Desk.DARK).with(Desk.page(), at).lit(0.7, 0.9).still());
        assertEquals(PageSize.A4_LONG, page.width());
        assertEquals(PageSize.A4_SHORT, page.height());
    }

    @Test
    void aCardKeepsItsOwnProportions() {
        var card = new Mat(Desk.page(), new Rect(240, 300, 1400, 883));
        var at = Desk.outline(1500, 1000, 2900, 1020, 2890, 1905, 1490, 1880);
        var page = developed(new Desk(Desk.DARK).with(card, at).lit(0.8, 0.9).still());
        assertEquals(1400.0 / 883, (double) page.width() / page.height(), 0.03);
    }

    @Test
    void theThumbnailIsThePageSmall() {
        var thumbnail = developed(STILL).thumbnail();
        assertEquals(440, thumbnail.height());
        assertEquals(311, thumbnail.width());
        long white = Arrays.stream(thumbnail.argb())
                .filter(pixel -> Scene.luma(pixel) > 245)
                .count();
        assertTrue(white > thumbnail.argb().length / 2, "mostly paper");
    }

    @Test
    void aPageWithNothingOnItIsBlank() {
        var still = new Desk(Desk.DARK)
                .with(Desk.blankPage(), Desk.LYING_WELL)
                .lit(0.55, 0.9)
                .noisy(4)
                .still();
        assertEquals(new Refused(Reason.BLANK, Side.NOWHERE), CAPTURE.develop(still));
    }

    @Test
    void printThatCannotBeReadIsBlurred() {
        var still = Desk.lyingWell(Desk.DARK).blurred(6).lit(0.7, 0.9).noisy(3).still();
        assertEquals(new Refused(Reason.BLURRED, Side.NOWHERE), CAPTURE.develop(still));
    }

    @Test
    void aPageThatLeavesThePictureIsCutOffThere() {
        var outside = Desk.outline(2283, 172, 4208, 226, 4280, 2961, 2204, 2903);
        var still = new Desk(Desk.DARK).with(Desk.page(), outside).lit(0.7, 0.9).still();
        assertEquals(new Refused(Reason.CUT_OFF, Side.RIGHT), CAPTURE.develop(still));
    }

    @Test
    void aHandOverTheRightSideCoversIt() {
        var still = Desk.lyingWell(Desk.DARK)
                .withHand(2850, 1600, Desk.SKIN)
                .lit(0.7, 0.9)
                .noisy(4)
                .still();
        assertEquals(new Refused(Reason.COVERED, Side.RIGHT), CAPTURE.develop(still));
    }

    @Test
    void aDarkGloveCoversAsAHandDoes() {
        var still = Desk.lyingWell(Desk.DARK)
                .withHand(2600, 1600, new Scalar(90, 60, 50, 0))
                .lit(0.7, 0.9)
                .still();
        assertEquals(new Refused(Reason.COVERED, Side.RIGHT), CAPTURE.develop(still));
    }

    @Test
    void anEmptyDeskHasNoPage() {
        var still = new Desk(Desk.DARK).lit(0.5, 0.9).noisy(4).still();
        assertEquals(new Refused(Reason.NO_PAGE, Side.NOWHERE), CAPTURE.develop(still));
    }

    @Test
    void moreThanFortyMegapixelsAreRefusedBeforeTheyAreDecoded() {
        byte[] huge = STILL.clone();
        int size = startOfFrame(huge) + 5;
        huge[size] = 0x27;
        huge[size + 2] = 0x27;
        assertEquals(new Refused(Reason.TOO_BIG, Side.NOWHERE), CAPTURE.develop(huge));
    }

    @Test
    void moreThanTwentyFiveMegabytesAreRefused() {
        byte[] huge = Arrays.copyOf(STILL, PageCapture.MOST_BYTES + 1);
        assertEquals(new Refused(Reason.TOO_BIG, Side.NOWHERE), CAPTURE.develop(huge));
    }

    @Test
    void aStillCutShortInTransferIsNoImage() {
        byte[] half = Arrays.copyOf(STILL, STILL.length / 2);
        assertEquals(new Refused(Reason.NOT_AN_IMAGE, Side.NOWHERE), CAPTURE.develop(half));
    }

    @Test
    void wordsAreNoImage() {
        byte[] words = "this is not a picture, whatever its name says".getBytes(StandardCharsets.US_ASCII);
        assertEquals(new Refused(Reason.NOT_AN_IMAGE, Side.NOWHERE), CAPTURE.develop(words));
    }

    @Test
    void nothingOfAPageIsLeftInNativeMemory() {
        developed(STILL);
        long before = NativeHeap.bytesInUse();
        for (int i = 0; i < PAGES_FOR_A_LEAK; i++) {
            developed(STILL);
        }
        // A still takes 39 MB, a page 26. The JVM's own megabytes come once, a leak comes with every page.
        long each = (NativeHeap.bytesInUse() - before) / PAGES_FOR_A_LEAK;
        assertTrue(each < 1_300_000, "memory does not grow with the pages; it grew by " + each + " a page");
    }

    private static Page developed(byte[] still) {
        return assertInstanceOf(Page.class, CAPTURE.develop(still));
    }

    private static int startOfFrame(byte[] jpeg) {
        for (int at = 0; ; at++) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
                return at;
            }
        }
    }

    /** Correlation of brightness with the original, at 100 dots per inch. */
    private static double likeness(Mat original, Page page) {
        return likeness(original, Desk.decoded(page.jpeg()), 3);
    }

    private static double likeness(Mat one, Mat other, int reduction) {
        var likeness = new Mat();
        matchTemplate(grey(one, reduction), grey(other, reduction), likeness, TM_CCOEFF_NORMED);
        FloatBuffer value = likeness.createBuffer();
        return value.get(0);
    }

    private static Mat grey(Mat picture, int reduction) {
        var grey = new Mat();
        var size = new Size(PageSize.A4_SHORT / reduction, PageSize.A4_LONG / reduction);
        resize(picture, grey, size, 0, 0, INTER_AREA);
        cvtColor(grey, grey, COLOR_BGR2GRAY);
        return grey;
    }
}
