package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import banyan.kiosk.filing.page.Developed.Measures;
import banyan.kiosk.filing.page.Developed.Reason;
import banyan.kiosk.filing.page.Developed.Refused;
import banyan.kiosk.filing.page.JpegHeader.Unreadable;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Develops stills of the document camera: from the camera's JPEG to a straight, evenly lit page. All in memory; when it
 * returns, nothing of the picture is left outside the result.
 */
public final class PageCapture {
    static final long MOST_PIXELS = 40_000_000;
    static final int MOST_BYTES = 25_000_000;

    /** Steepest step over contrast at 300 dpi; some four pixels of blur, from where small print is hard to read. */
    private static final double LEAST_SHARPNESS = 0.1;

    /** The page is searched in a picture of a quarter of a quarter, and judged in the quarter. */
    static final int QUARTER = 4;

    static final int PATCH = 28;

    /** Loads the native libraries, so that the first page is as quick as any other. */
    public PageCapture() {
        OpenCv.ready();
    }

    /** Develops one still. Anything but a readable page is a reason, not an exception. */
    public Developed develop(byte[] jpeg) {
        if (jpeg.length > MOST_BYTES) {
            return refused(Reason.TOO_BIG);
        }
        return switch (JpegHeader.read(jpeg)) {
            case Unreadable _ -> refused(Reason.NOT_AN_IMAGE);
            case JpegHeader.Size size when size.pixels() > MOST_PIXELS -> refused(Reason.TOO_BIG);
            case JpegHeader.Size _ -> decode(jpeg);
        };
    }

    /** Gives back to the system the memory that the library keeps for the next page; some 70 MB. */
    public void rest() {
        Pointer.trimMemory();
    }

    private static Developed decode(byte[] jpeg) {
        try (var _ = new PointerScope()) {
            var file = new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg));
            var still = imdecode(file, IMREAD_COLOR);
            return still.empty() ? refused(Reason.NOT_AN_IMAGE) : judge(still);
        }
    }

    private static Developed judge(Mat still) {
        var quarter = reduced(still, Math.max(still.cols(), still.rows()) > QUARTER * Scene.LONG_SIDE ? QUARTER : 1);
        double inQuarter = (double) still.cols() / quarter.cols();
        var small = reduced(quarter, Scene.factor(quarter.cols(), quarter.rows()));
        double scale = (double) still.cols() / small.cols();
        var scene = Scene.ofReduced(small.cols(), small.rows(), Pixels.argb(small), scale);
        var found = PageSearch.in(scene);
        if (found.isEmpty()) {
            return refused(Reason.NO_PAGE);
        }
        var page = found.get().outline();
        var leaves = PageFinder.leaving(scene, found.get());
        if (leaves != Side.NOWHERE) {
            return new Refused(Reason.CUT_OFF, leaves);
        }
        var light = Light.of(scene, page);
        var covered = Cover.over(scene, page, light);
        if (covered != Side.NOWHERE) {
            return new Refused(Reason.COVERED, covered);
        }
        var fine = new NativeBrightness(still);
        var writing = Writing.on(scene, page, light, fine, PATCH);
        if (writing.ink() < PageFinder.LEAST_INK) {
            return refused(Reason.BLANK);
        }
        var outline = new Edges(fine, (int) Math.ceil(1.5 * scale), 6)
                .fit(page.scaled(scale))
                .outline();
        var target = PageSize.of(outline);
        double sharpness = Math.min(1, writing.sharpness() * target.pixelsPer(outline));
        if (sharpness < LEAST_SHARPNESS) {
            return refused(Reason.BLURRED);
        }
        var straight = new Straightened(still, quarter, inQuarter, outline, target);
        return straight.page(new Measures(sharpness, writing.ink(), light.shade(), straight.skew()));
    }

    /** The same, so many times smaller. */
    static Mat reduced(Mat picture, int factor) {
        if (factor <= 1) {
            return picture;
        }
        var to = new Mat();
        // Rows and columns that do not fill a block are cut: whole blocks are several times as quick.
        var whole = picture.rowRange(0, picture.rows() / factor * factor).colRange(0, picture.cols() / factor * factor);
        resize(whole, to, new Size(whole.cols() / factor, whole.rows() / factor), 0, 0, INTER_AREA);
        return to;
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Side.NOWHERE);
    }
}
