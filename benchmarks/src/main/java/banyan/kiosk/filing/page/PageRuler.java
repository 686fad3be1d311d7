package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_core.perspectiveTransform;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY_INV;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_OTSU;
import static org.bytedeco.opencv.global.opencv_imgproc.TM_CCOEFF_NORMED;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.matchTemplate;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Finds a paper's marks in the page that became of it, and reads from them how straight it is, what was cut, and how dark the words are. */
final class PageRuler {
    private static final double SEARCHED_MM = 4;
    private static final double LEAST_LIKENESS = 0.5;
    private static final int[][] ACROSS = {{0, 2}, {7, 3}, {6, 4}};
    private static final int[][] DOWN = {{0, 6}, {1, 5}, {2, 4}};

    private final PaperKind kind;
    private final Mat grey;
    private final Mat words;
    private final Mat beside;

    /** @param wordsAlone the paper without its ornaments */
    PageRuler(PaperKind kind, Mat paper, Mat wordsAlone) {
        this.kind = kind;
        grey = grey(paper);
        var plain = grey(wordsAlone);
        var ornaments = new Mat();
        absdiff(grey, plain, ornaments);
        threshold(ornaments, ornaments, 4, 255, THRESH_BINARY);
        var banned = widened(ornaments, 25);
        for (double[] mark : kind.marks()) {
            double square = kind.arm() * 2;
            rectangle(
                    banned,
                    new Point(dots(mark[0] - square), dots(mark[1] - square)),
                    new Point(dots(mark[0] + square), dots(mark[1] + square)),
                    new Scalar(255),
                    FILLED,
                    8,
                    0);
        }
        words = new Mat();
        threshold(plain, words, 0, 255, THRESH_BINARY_INV | THRESH_OTSU);
        beside = new Mat();
        subtract(widened(words, 21), widened(words, 9), beside);
        subtract(words, banned, words);
        subtract(beside, banned, beside);
    }

    /** Empty when a mark is not where it could be: the page is another one, or a part of it. */
    Optional<PageScore> score(String what, byte[] jpeg, LaidPaper.Seen from) {
        try (var _ = new PointerScope()) {
            var file = decoded(jpeg);
            var page = new Mat();
            resize(file, page, new Size(kind.width(), kind.height()), 0, 0, INTER_AREA);
            double[][] seen = new double[8][];
            for (int i = 0; i < 8; i++) {
                Optional<double[]> at = seen(page, kind.marks()[i]);
                if (at.isEmpty()) {
                    return Optional.empty();
                }
                seen[i] = at.get();
            }
            double turned = turned(seen);
            var map = findHomography(points(kind.marks(), PaperKind.DOTS_PER_MM), points(seen, 1));
            double across = (double) file.cols() / kind.width();
            double down = (double) file.rows() / kind.height();
            for (double[] at : seen) {
                at[0] *= across;
                at[1] *= down;
            }
            var toFile = findHomography(points(kind.marks(), PaperKind.DOTS_PER_MM), points(seen, 1));
            return Optional.of(
                    new PageScore(what, turned, astray(map), contrast(drawnBack(file, toFile)), asSeen(from, file, toFile)));
        }
    }

    /**
     * In the device's own picture, straightened by where the paper truly lies: nothing was done for the words or against them. It is
     * drawn as often and to the same places as the page is, because each drawing blurs a little.
     */
    private double asSeen(LaidPaper.Seen from, Mat like, Mat toFile) {
        var straight = new Mat();
        var at = new Mat();
        perspectiveTransform(
                new Mat(4, 1, CV_32FC2, new FloatPointer(corners(kind.width(), kind.height()))), at, toFile);
        float[] corners = new float[8];
        FloatBuffer places = at.createBuffer();
        places.get(corners);
        warpPerspective(
                decoded(from.file()),
                straight,
                map(corners, from.corners()),
                like.size(),
                INTER_LINEAR | WARP_INVERSE_MAP,
                0,
                new Scalar(255));
        return contrast(drawnBack(straight, toFile));
    }

    private static float[] corners(int width, int height) {
        float right = width - 0.5f;
        float bottom = height - 0.5f;
        return new float[] {-0.5f, -0.5f, right, -0.5f, right, bottom, -0.5f, bottom};
    }

    private static Mat map(float[] from, float[] to) {
        return getPerspectiveTransform(
                new Mat(4, 1, CV_32FC2, new FloatPointer(from)), new Mat(4, 1, CV_32FC2, new FloatPointer(to)));
    }

    private Mat drawnBack(Mat picture, Mat map) {
        var back = new Mat();
        warpPerspective(
                picture,
                back,
                map,
                new Size(kind.width(), kind.height()),
                INTER_LINEAR | WARP_INVERSE_MAP,
                0,
                new Scalar(255));
        return back;
    }

    private static Mat decoded(byte[] jpeg) {
        return grey(imdecode(new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg)), IMREAD_COLOR));
    }

    private Optional<double[]> seen(Mat page, double[] mark) {
        int half = (int) Math.round(kind.arm() * 1.4 * PaperKind.DOTS_PER_MM);
        int round = (int) Math.round(SEARCHED_MM * PaperKind.DOTS_PER_MM);
        int x = dots(mark[0]);
        int y = dots(mark[1]);
        var template = new Mat(grey, new Rect(x - half, y - half, 2 * half, 2 * half));
        int left = Math.max(0, x - half - round);
        int top = Math.max(0, y - half - round);
        int right = Math.min(page.cols(), x + half + round);
        int bottom = Math.min(page.rows(), y + half + round);
        var likeness = new Mat();
        matchTemplate(new Mat(page, new Rect(left, top, right - left, bottom - top)), template, likeness, TM_CCOEFF_NORMED);
        try (var most = new DoublePointer(1);
                var least = new DoublePointer(1)) {
            var at = new Point();
            minMaxLoc(likeness, least, most, new Point(), at, new Mat());
            if (most.get() < LEAST_LIKENESS) {
                return Optional.empty();
            }
            double[] between = between(likeness, at.x(), at.y());
            return Optional.of(new double[] {
                left + at.x() + between[0] + half + mark[0] * PaperKind.DOTS_PER_MM - x,
                top + at.y() + between[1] + half + mark[1] * PaperKind.DOTS_PER_MM - y
            });
        }
    }

    /** Where between the points the likeness is greatest, by a parabola each way. */
    private static double[] between(Mat likeness, int x, int y) {
        FloatIndexer at = likeness.createIndexer();
        double here = at.get(y, x);
        boolean rim = x == 0 || y == 0 || x == likeness.cols() - 1 || y == likeness.rows() - 1;
        return rim
                ? new double[] {0, 0}
                : new double[] {
                    top(at.get(y, x - 1), here, at.get(y, x + 1)), top(at.get(y - 1, x), here, at.get(y + 1, x))
                };
    }

    private static double top(double before, double here, double after) {
        double bend = before - 2 * here + after;
        return Math.abs(bend) < 1e-9 ? 0 : Math.clamp((before - after) / (2 * bend), -0.5, 0.5);
    }

    private static double turned(double[][] marks) {
        double most = 0;
        for (int[] pair : ACROSS) {
            double[] from = marks[pair[0]];
            double[] to = marks[pair[1]];
            most = Math.max(most, Math.abs(Math.toDegrees(Math.atan2(to[1] - from[1], to[0] - from[0]))));
        }
        for (int[] pair : DOWN) {
            double[] from = marks[pair[0]];
            double[] to = marks[pair[1]];
            most = Math.max(most, Math.abs(Math.toDegrees(Math.atan2(to[0] - from[0], to[1] - from[1]))));
        }
        return most;
    }

    private double astray(Mat map) {
        double[][] corners = {{0, 0}, {kind.width(), 0}, {kind.width(), kind.height()}, {0, kind.height()}};
        var to = new Mat();
        perspectiveTransform(points(corners, 1), to, map);
        FloatBuffer at = to.createBuffer();
        double most = 0;
        for (int i = 0; i < 4; i++) {
            most = Math.max(most, Math.hypot(at.get(2 * i) - corners[i][0], at.get(2 * i + 1) - corners[i][1]));
        }
        return most / PaperKind.DOTS_PER_MM;
    }

    private double contrast(Mat page) {
        return (luminance(mean(page, beside).get(0)) + 0.05) / (luminance(mean(page, words).get(0)) + 0.05);
    }

    /** Relative luminance of a grey by WCAG 2.2. */
    private static double luminance(double grey) {
        double share = grey / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Mat points(double[][] at, double factor) {
        float[] xy = new float[2 * at.length];
        for (int i = 0; i < at.length; i++) {
            xy[2 * i] = (float) (at[i][0] * factor);
            xy[2 * i + 1] = (float) (at[i][1] * factor);
        }
        return new Mat(at.length, 1, CV_32FC2, new FloatPointer(xy));
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres * PaperKind.DOTS_PER_MM);
    }

    private static Mat grey(Mat coloured) {
        var grey = new Mat();
        cvtColor(coloured, grey, COLOR_BGR2GRAY);
        return grey;
    }

    private static Mat widened(Mat mask, int dots) {
        var wide = new Mat();
        dilate(mask, wide, getStructuringElement(MORPH_RECT, new Size(dots, dots)));
        return wide;
    }
}
