package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.fillConvexPoly;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import banyan.kiosk.documents.Picture;
import banyan.kiosk.filing.page.Developed.Measures;
import banyan.kiosk.filing.page.Outline.Corner;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * One page on its way from the still to the file: the perspective undone, the lines turned level, the paper made evenly white.
 * The light and the skew are measured in a preview, so that the large picture is touched only three times: warped, divided,
 * encoded.
 */
final class Straightened {
    /** The preview is this much smaller than the page. */
    private static final int PREVIEW = 4;

    /** So much of the page's rim, in its own pixels, becomes plain paper: the desk shines through there. */
    private static final int RIM = 10;

    private static final int QUALITY = 85;
    private static final int THUMBNAIL_LONG_SIDE = 440;

    private final Mat still;
    private final Outline outline;
    private final PageSize size;
    private final Paper paper;
    private final double skew;
    private final Picture thumbnail;

    Straightened(Mat still, Mat quarter, double inQuarter, Outline outline, PageSize size) {
        this.still = still;
        this.outline = outline;
        this.size = size;
        int width = size.width() / PREVIEW;
        int height = size.height() / PREVIEW;
        var inPreview = outline.scaled(1 / inQuarter);
        var preview = warped(quarter, inPreview, width, height, 0);
        paper = Paper.of(preview);
        even(preview);
        skew = Skew.of(Pixels.luma(Pixels.argb(preview)), width, height);
        if (skew != 0) {
            preview = warped(quarter, inPreview, width, height, skew);
            even(preview);
        }
        whiten(preview, RIM / PREVIEW + 1);
        thumbnail = thumbnail(preview);
    }

    double skew() {
        return skew;
    }

    Developed.Page page(Measures measures) {
        var page = warped(still, outline, size.width(), size.height(), skew);
        still.release();
        even(page);
        whiten(page, RIM);
        var file = new BytePointer();
        imencode(".jpg", page, file, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY));
        byte[] jpeg = new byte[(int) file.limit()];
        file.get(jpeg);
        page.release();
        return new Developed.Page(JpegResolution.set(jpeg, 300), size.width(), size.height(), thumbnail, measures);
    }

    private void even(Mat page) {
        var white = new Mat();
        resize(paper.white(), white, page.size(), 0, 0, INTER_LINEAR);
        divide(page, white, page, Paper.WHITE, -1);
        white.release();
    }

    /** The page within the outline, {@code width} by {@code height}, its lines turned back by {@code skew} degrees. */
    private static Mat warped(Mat from, Outline outline, int width, int height, double skew) {
        float[] corners = new float[8];
        for (int i = 0; i < 4; i++) {
            corners[2 * i] = (float) outline.corner(i).x();
            corners[2 * i + 1] = (float) outline.corner(i).y();
        }
        float[] targets = new float[8];
        for (int i = 0; i < 4; i++) {
            var turned = turned(i == 1 || i == 2 ? width : 0, i >= 2 ? height : 0, width, height, skew);
            // Outlines name pixels by their middles, a page is measured from its edge.
            targets[2 * i] = (float) (turned.x() - 0.5);
            targets[2 * i + 1] = (float) (turned.y() - 0.5);
        }
        var map = getPerspectiveTransform(points(corners), points(targets));
        var page = new Mat();
        warpPerspective(
                from, page, map, new Size(width, height), INTER_LINEAR, BORDER_REPLICATE, new Scalar(0, 0, 0, 0));
        return page;
    }

    private static Corner turned(double x, double y, int width, int height, double skew) {
        double angle = Math.toRadians(-skew);
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;
        return new Corner(
                width / 2.0 + dx * Math.cos(angle) - dy * Math.sin(angle),
                height / 2.0 + dx * Math.sin(angle) + dy * Math.cos(angle));
    }

    /** Everything outside the page, and a rim of it, becomes paper. */
    private void whiten(Mat page, int rim) {
        int width = page.cols();
        int height = page.rows();
        for (int side = 0; side < 4; side++) {
            var a = inner(side, rim, width, height);
            var b = inner(side + 1, rim, width, height);
            double far = 4.0 * rim + 0.1 * width;
            double length = a.to(b);
            double outX = (b.y() - a.y()) / length;
            double outY = -(b.x() - a.x()) / length;
            double alongX = (b.x() - a.x()) / length;
            double alongY = (b.y() - a.y()) / length;
            var corners = new IntPointer(
                    (int) Math.round(a.x() - far * alongX), (int) Math.round(a.y() - far * alongY),
                    (int) Math.round(b.x() + far * alongX), (int) Math.round(b.y() + far * alongY),
                    (int) Math.round(b.x() + far * alongX + far * outX),
                            (int) Math.round(b.y() + far * alongY + far * outY),
                    (int) Math.round(a.x() - far * alongX + far * outX),
                            (int) Math.round(a.y() - far * alongY + far * outY));
            fillConvexPoly(page, new Point(corners), 4, new Scalar(255, 255, 255, 0), 8, 0);
        }
    }

    private Corner inner(int corner, int rim, int width, int height) {
        int index = corner & 3;
        double x = index == 1 || index == 2 ? width - rim : rim - 1.0;
        double y = index >= 2 ? height - rim : rim - 1.0;
        return turned(x, y, width, height, skew);
    }

    private static Picture thumbnail(Mat preview) {
        double shrink = (double) THUMBNAIL_LONG_SIDE / Math.max(preview.cols(), preview.rows());
        if (shrink >= 1) {
            return new Picture(preview.cols(), preview.rows(), Pixels.argb(preview));
        }
        var small = new Mat();
        int width = Math.max(1, (int) Math.round(preview.cols() * shrink));
        int height = Math.max(1, (int) Math.round(preview.rows() * shrink));
        resize(preview, small, new Size(width, height), 0, 0, INTER_AREA);
        return new Picture(width, height, Pixels.argb(small));
    }

    private static Mat points(float[] xy) {
        return new Mat(4, 1, CV_32FC2, new FloatPointer(xy));
    }
}
