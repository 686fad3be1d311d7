package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_SIMPLE;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_OTSU;
import static org.bytedeco.opencv.global.opencv_imgproc.approxPolyDP;
import static org.bytedeco.opencv.global.opencv_imgproc.contourArea;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.getPerspectiveTransform;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.medianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import banyan.kiosk.filing.page.Outline.Corner;
import java.nio.IntBuffer;
import java.util.ArrayList;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What a page costs when the library's calls are made one after the other and nothing is judged beyond blur: the yardstick for
 * {@link PageCapture}. No refusals but by an exception, no skew, no thumbnail.
 */
final class BareCalls {
    private BareCalls() {}

    /** A still with one page on a dark desk, as an upright A4 page. */
    static byte[] develop(byte[] jpeg) {
        OpenCv.ready();
        try (var _ = new PointerScope()) {
            var still = imdecode(new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg)), IMREAD_COLOR);
            var corners = corners(still);
            var page = straightened(still, corners);
            even(page);
            if (blur(page) < 20) {
                throw new IllegalArgumentException("blurred");
            }
            var file = new BytePointer();
            imencode(".jpg", page, file, new IntPointer(IMWRITE_JPEG_QUALITY, 85));
            byte[] encoded = new byte[(int) file.limit()];
            file.get(encoded);
            return encoded;
        }
    }

    private static Outline corners(Mat still) {
        double scale = 4;
        var small = new Mat();
        resize(still, small, new Size((int) (still.cols() / scale), (int) (still.rows() / scale)), 0, 0, INTER_AREA);
        var grey = new Mat();
        cvtColor(small, grey, COLOR_BGR2GRAY);
        GaussianBlur(grey, grey, new Size(5, 5), 0);
        threshold(grey, grey, 0, 255, THRESH_BINARY | THRESH_OTSU);
        var contours = new MatVector();
        findContours(grey, contours, RETR_EXTERNAL, CHAIN_APPROX_SIMPLE);
        var largest = contours.get(0);
        for (long i = 1; i < contours.size(); i++) {
            largest = contourArea(contours.get(i)) > contourArea(largest) ? contours.get(i) : largest;
        }
        var four = new Mat();
        approxPolyDP(largest, four, 40, true);
        IntBuffer points = four.createBuffer();
        var corners = new ArrayList<Corner>();
        for (int i = 0; i < 4; i++) {
            corners.add(new Corner(scale * points.get(2 * i), scale * points.get(2 * i + 1)));
        }
        return Polygon.ordered(Polygon.hull(corners));
    }

    private static Mat straightened(Mat still, Outline at) {
        float[] from = new float[8];
        for (int i = 0; i < 4; i++) {
            from[2 * i] = (float) at.corner(i).x();
            from[2 * i + 1] = (float) at.corner(i).y();
        }
        float[] to = {0, 0, PageSize.A4_SHORT, 0, PageSize.A4_SHORT, PageSize.A4_LONG, 0, PageSize.A4_LONG};
        var map = getPerspectiveTransform(
                new Mat(4, 1, CV_32FC2, new FloatPointer(from)), new Mat(4, 1, CV_32FC2, new FloatPointer(to)));
        var page = new Mat();
        warpPerspective(still, page, map, new Size(PageSize.A4_SHORT, PageSize.A4_LONG));
        return page;
    }

    private static void even(Mat page) {
        var small = new Mat();
        resize(page, small, new Size(page.cols() / 16, page.rows() / 16), 0, 0, INTER_AREA);
        dilate(small, small, getStructuringElement(MORPH_RECT, new Size(7, 7)));
        medianBlur(small, small, 21);
        var white = new Mat();
        resize(small, white, page.size(), 0, 0, INTER_LINEAR);
        divide(page, white, page, 255, -1);
    }

    private static double blur(Mat page) {
        var small = new Mat();
        resize(page, small, new Size(1200, 1697), 0, 0, INTER_AREA);
        var grey = new Mat();
        cvtColor(small, grey, COLOR_BGR2GRAY);
        var edges = new Mat();
        Laplacian(grey, edges, CV_64F);
        var mean = new Mat();
        var deviation = new Mat();
        meanStdDev(edges, mean, deviation);
        double sigma = deviation.createIndexer().getDouble(0, 0);
        return sigma * sigma;
    }
}
