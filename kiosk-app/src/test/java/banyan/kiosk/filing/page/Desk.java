package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.BORDER_TRANSPARENT;
import static org.bytedeco.opencv.global.opencv_core.CV_16SC3;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.randn;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.getRotationMatrix2D;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.filing.page.Outline.Corner;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Paints what the document camera sees: a page lying on a desk, seen from aside, under uneven light. Thirteen megapixels. */
final class Desk {
    static final int WIDTH = 4160;
    static final int HEIGHT = 3120;

    /** A page as it lies well on the tray. */
    static final Outline LYING_WELL = outline(1083, 172, 3008, 226, 3080, 2961, 1004, 2903);

    static final Scalar DARK = new Scalar(52, 58, 50, 0);
    static final Scalar LIGHT = new Scalar(214, 219, 221, 0);
    static final Scalar WOOD = new Scalar(74, 118, 164, 0);
    static final Scalar SKIN = new Scalar(128, 164, 218, 0);

    private final int reduction;
    private final Mat picture;

    static {
        OpenCv.ready();
    }

    /** A still of thirteen megapixels. */
    Desk(Scalar colour) {
        this(colour, 1);
    }

    private Desk(Scalar colour, int reduction) {
        this.reduction = reduction;
        picture = new Mat(HEIGHT / reduction, WIDTH / reduction, CV_8UC3, colour);
    }

    /** The same desk in a live frame of 1040 by 780; places on it are still named as in the large picture. */
    static Desk live(Scalar colour) {
        return new Desk(colour, 4);
    }

    static Desk lyingWell(Scalar desk) {
        return new Desk(desk).with(page(), LYING_WELL);
    }

    static Outline outline(double... xy) {
        return new Outline(
                new Corner(xy[0], xy[1]), new Corner(xy[2], xy[3]), new Corner(xy[4], xy[5]), new Corner(xy[6], xy[7]));
    }

    /** An A4 page at 300 dpi with headings, print, a table and a red seal; the lines run at this angle. */
    static Mat page() {
        var page = blankPage();
        putText(
                page,
                "CERTIFICATE OF EMPLOYMENT",
                new Point(420, 420),
                0,
                3.4,
                new Scalar(20, 20, 20, 0),
                9,
                16,
                false);
        for (int row = 0; row < 26; row++) {
            var words = "line %02d the quick brown fox %d jumps over the lazy dog".formatted(row, row * 7919 % 9973);
            putText(page, words, new Point(280, 640 + 72 * row), 0, 1.55, new Scalar(35, 30, 30, 0), 3, 16, false);
        }
        for (int row = 0; row <= 4; row++) {
            line(
                    page,
                    new Point(280, 2620 + 110 * row),
                    new Point(2200, 2620 + 110 * row),
                    new Scalar(60, 60, 60, 0),
                    3,
                    8,
                    0);
        }
        circle(page, new Point(1850, 2800), 210, new Scalar(40, 30, 200, 0), 16, 16, 0);
        return page;
    }

    /** A diploma: a broad dark frame a little inside the paper's rim. */
    static Mat framedPage() {
        var page = page();
        rectangle(page, new Point(60, 60), new Point(2420, 3448), new Scalar(20, 20, 125, 0), 56, 8, 0);
        return page;
    }

    /** A dark photograph over the print of the upper half. */
    static Mat photographedPage() {
        var page = page();
        rectangle(page, new Point(300, 500), new Point(2180, 1900), new Scalar(58, 44, 40, 0), FILLED, 8, 0);
        return page;
    }

    /** Print on pink paper, as pale as a light desk. */
    static Mat tintedPage() {
        var pink = new Mat(PageSize.A4_LONG, PageSize.A4_SHORT, CV_8UC3, new Scalar(211, 207, 243, 0));
        var tinted = new Mat();
        multiply(page(), pink, tinted, 1 / 245.0, -1);
        return tinted;
    }

    static Mat blankPage() {
        return new Mat(PageSize.A4_LONG, PageSize.A4_SHORT, CV_8UC3, new Scalar(243, 246, 247, 0));
    }

    /** The page turned within its own paper, as a copy laid askew comes out of a copier. */
    static Mat askew(Mat page, double degrees) {
        var turned = blankPage();
        var map = getRotationMatrix2D(new Point2f(1240, 1754), -degrees, 1);
        warpAffine(page, turned, map, page.size(), INTER_LINEAR, BORDER_TRANSPARENT, new Scalar());
        return turned;
    }

    Desk with(Mat page, Outline at) {
        var paper = reduced(page);
        float right = paper.cols() - 0.5f;
        float bottom = paper.rows() - 0.5f;
        float[] from = {-0.5f, -0.5f, right, -0.5f, right, bottom, -0.5f, bottom};
        float[] to = new float[8];
        for (int i = 0; i < 4; i++) {
            to[2 * i] = (float) at.scaled(1.0 / reduction).corner(i).x();
            to[2 * i + 1] = (float) at.scaled(1.0 / reduction).corner(i).y();
        }
        var map = getPerspectiveTransform(
                new Mat(4, 1, CV_32FC2, new FloatPointer(from)), new Mat(4, 1, CV_32FC2, new FloatPointer(to)));
        warpPerspective(paper, picture, map, picture.size(), INTER_LINEAR, BORDER_TRANSPARENT, new Scalar());
        return this;
    }

    private Mat reduced(Mat page) {
        if (reduction == 1) {
            return page;
        }
        var small = new Mat();
        resize(page, small, new Size(page.cols() / reduction, page.rows() / reduction), 0, 0, INTER_AREA);
        return small;
    }

    /** A hand with four fingers that comes in from the right and ends at (x, y). */
    Desk withHand(int x, int y, Scalar colour) {
        ellipse(picture, at(x + 900, y), new Size(650 / reduction, 330 / reduction), 0, 0, 360, colour, FILLED, 16, 0);
        rectangle(picture, at(x + 900, y - 260), at(WIDTH, y + 260), colour, FILLED, 8, 0);
        for (int finger = 0; finger < 4; finger++) {
            int down = y - 210 + 140 * finger;
            line(picture, at(x + 60, down), at(x + 700, down), colour, 110 / reduction, 16, 0);
        }
        return this;
    }

    /** A mirrored lamp. */
    Desk withLamp(int x, int y, int radius) {
        circle(picture, at(x, y), radius / reduction, new Scalar(255, 255, 255, 0), FILLED, 16, 0);
        return this;
    }

    private Point at(int x, int y) {
        return new Point(x / reduction, y / reduction);
    }

    /** Light that falls off to {@code least} from the upper left to the lower right, with the lamp's own colour. */
    Desk lit(double least, double blue) {
        var small = new Mat(3, 4, CV_8UC3);
        byte[] light = new byte[36];
        for (int i = 0; i < 12; i++) {
            double share = 1 - (1 - least) * (i % 4 / 3.0 * 0.6 + i / 4 / 2.0 * 0.4);
            light[3 * i] = (byte) (250 * share * blue);
            light[3 * i + 1] = (byte) (250 * share * (1 + blue) / 2);
            light[3 * i + 2] = (byte) (250 * share);
        }
        small.data().put(light);
        var whole = new Mat();
        resize(small, whole, picture.size(), 0, 0, INTER_LINEAR);
        multiply(picture, whole, picture, 1 / 255.0, -1);
        whole.release();
        return this;
    }

    Desk blurred(double sigma) {
        GaussianBlur(picture, picture, new Size(0, 0), sigma / reduction);
        return this;
    }

    Desk noisy(double sigma) {
        setRNGSeed(42);
        var noise = new Mat(picture.rows(), picture.cols(), CV_16SC3);
        randn(noise, number(0), number(sigma));
        add(picture, noise, picture, new Mat(), CV_8U);
        noise.release();
        return this;
    }

    /** A whole pixel value, for calls that take an array. */
    private static Mat number(double value) {
        return new Mat(1, 1, CV_64FC1, new Scalar(value));
    }

    byte[] still() {
        var file = new BytePointer();
        imencode(".jpg", picture, file);
        byte[] jpeg = new byte[(int) file.limit()];
        file.get(jpeg);
        file.close();
        picture.release();
        return jpeg;
    }

    Frame frame() {
        return new Frame(picture.cols(), picture.rows(), Pixels.argb(picture));
    }

    static Mat decoded(byte[] jpeg) {
        return imdecode(new Mat(new BytePointer(jpeg)), IMREAD_COLOR);
    }
}
