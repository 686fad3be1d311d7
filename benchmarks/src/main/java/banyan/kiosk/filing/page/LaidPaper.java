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
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** The ways in which people lay a paper down, or feed it; each gives what the device would give. */
enum LaidPaper {
    NEATLY(1.5, 0.01, 0x323A34, 1, 1, 2.5, 0),
    /** Somebody stands in the light. */
    IN_SHADOW(-4, 0.03, 0x323A34, 0.45, 1, 2.5, 0),
    /** White on white. */
    ON_A_WHITE_DESK(2, 0.015, 0xDDDBD6, 0.85, 1, 2.5, 0),
    /** Well askew on wood, under a warm lamp. */
    ASKEW_ON_WOOD(9, 0.02, 0xA4764A, 0.7, 0.86, 2.5, 0),
    /** At night: noise, a lens not quite in focus, seen from aside. */
    AT_NIGHT(-2, 0.05, 0x282C28, 0.6, 0.95, 7, 1.1),
    /** Drawn in askew by the feeder; what is too small for it lies turned on the desk. */
    FED_ASKEW(1.8, 0, 0xFAFAFA, 1, 1, 2, 0);

    private static final int WIDTH = 4160;
    private static final int HEIGHT = 3120;
    private static final double SENSOR_DOTS_PER_MM = 9;
    private static final double TURNED_DEGREES = -15;

    private final double degrees;
    private final double tilt;
    private final int desk;
    private final double leastLight;
    private final double blue;
    private final double noise;
    private final double blur;

    /**
     * @param degrees clockwise
     * @param tilt how much smaller the far edge is seen
     * @param desk its colour, as red, green, blue
     * @param leastLight in the darkest corner, beside 1 in the lightest
     * @param blue of the light, beside 1 of red
     */
    LaidPaper(double degrees, double tilt, int desk, double leastLight, double blue, double noise, double blur) {
        this.degrees = degrees;
        this.tilt = tilt;
        this.desk = desk;
        this.leastLight = leastLight;
        this.blue = blue;
        this.noise = noise;
        this.blur = blur;
    }

    /**
     * What the device gives.
     *
     * @param file JPEG
     * @param corners where the paper's corners are in it: x and y of the upper left, and so on clockwise
     * @param fed by the feeder, so that the paper fills the picture
     */
    record Seen(byte[] file, float[] corners, boolean fed) {}

    Seen seen(PaperKind kind, Mat paper) {
        if (this != FED_ASKEW) {
            return still(kind, paper, degrees, desk);
        }
        return kind.across() < 100 ? still(kind, paper, TURNED_DEGREES, ASKEW_ON_WOOD.desk) : fed(paper);
    }

    private Seen still(PaperKind kind, Mat paper, double turned, int under) {
        try (var _ = new PointerScope()) {
            var picture = new Mat(HEIGHT, WIDTH, CV_8UC3, colour(under));
            double wide = kind.across() * SENSOR_DOTS_PER_MM;
            double high = kind.down() * SENSOR_DOTS_PER_MM;
            double[] corners = {-wide / 2, -high / 2, wide / 2, -high / 2, wide / 2, high / 2, -wide / 2, high / 2};
            return warped(paper, picture, corners, turned, false);
        }
    }

    /** A feeder's picture is as large as the sheet; what is turned out of it is lost, and beside it the feeder is white. */
    private Seen fed(Mat paper) {
        try (var _ = new PointerScope()) {
            var picture = new Mat(paper.rows(), paper.cols(), CV_8UC3, colour(desk));
            double wide = paper.cols();
            double high = paper.rows();
            double[] corners = {-wide / 2, -high / 2, wide / 2, -high / 2, wide / 2, high / 2, -wide / 2, high / 2};
            return warped(paper, picture, corners, degrees, true);
        }
    }

    private Seen warped(Mat paper, Mat picture, double[] corners, double turned, boolean fed) {
        double sine = Math.sin(Math.toRadians(turned));
        double cosine = Math.cos(Math.toRadians(turned));
        float[] to = new float[8];
        for (int i = 0; i < 8; i += 2) {
            double x = corners[i] * cosine - corners[i + 1] * sine;
            double y = corners[i] * sine + corners[i + 1] * cosine;
            double nearness = 1 + tilt * y / HEIGHT - 0.4 * tilt * x / WIDTH;
            to[i] = (float) (picture.cols() / 2.0 + x * nearness);
            to[i + 1] = (float) (picture.rows() / 2.0 + y * nearness);
        }
        // Drawn finer than the sensor sees: without an average over each of its points the print would crumble.
        var seen = new Mat();
        double share = Math.min(1, Math.hypot(to[2] - to[0], to[3] - to[1]) / paper.cols());
        resize(
                paper,
                seen,
                new Size((int) Math.ceil(paper.cols() * share), (int) Math.ceil(paper.rows() * share)),
                0,
                0,
                INTER_AREA);
        float right = seen.cols() - 0.5f;
        float bottom = seen.rows() - 0.5f;
        float[] from = {-0.5f, -0.5f, right, -0.5f, right, bottom, -0.5f, bottom};
        var map = getPerspectiveTransform(
                new Mat(4, 1, CV_32FC2, new FloatPointer(from)), new Mat(4, 1, CV_32FC2, new FloatPointer(to)));
        warpPerspective(seen, picture, map, picture.size(), INTER_LINEAR, BORDER_TRANSPARENT, new Scalar());
        lit(picture);
        if (blur > 0) {
            GaussianBlur(picture, picture, new Size(0, 0), blur);
        }
        noisy(picture);
        var file = new BytePointer();
        imencode(".jpg", picture, file);
        byte[] jpeg = new byte[(int) file.limit()];
        file.get(jpeg);
        return new Seen(jpeg, to, fed);
    }

    private void lit(Mat picture) {
        if (leastLight == 1 && blue == 1) {
            return;
        }
        var small = new Mat(3, 4, CV_8UC3);
        byte[] light = new byte[36];
        for (int i = 0; i < 12; i++) {
            double share = 1 - (1 - leastLight) * (i % 4 / 3.0 * 0.6 + i / 4 / 2.0 * 0.4);
            light[3 * i] = (byte) (250 * share * blue);
            light[3 * i + 1] = (byte) (250 * share * (1 + blue) / 2);
            light[3 * i + 2] = (byte) (250 * share);
        }
        small.data().put(light);
        var whole = new Mat();
        resize(small, whole, picture.size(), 0, 0, INTER_LINEAR);
        multiply(picture, whole, picture, 1 / 255.0, -1);
    }

    private void noisy(Mat picture) {
        setRNGSeed(42);
        var grains = new Mat(picture.rows(), picture.cols(), CV_16SC3);
        randn(grains, number(0), number(noise));
        add(picture, grains, picture, new Mat(), CV_8U);
    }

    private static Scalar colour(int rgb) {
        return new Scalar(rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF, 0);
    }

    private static Mat number(double value) {
        return new Mat(1, 1, CV_64FC1, new Scalar(value));
    }
}
