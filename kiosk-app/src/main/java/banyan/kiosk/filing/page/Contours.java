package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.CHAIN_APPROX_SIMPLE;
import static org.bytedeco.opencv.global.opencv_imgproc.Canny;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.RETR_EXTERNAL;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.findContours;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import banyan.kiosk.filing.page.Outline.Corner;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Outer contours of areas and of drawn edges, as their convex hulls. */
final class Contours {
    private Contours() {}

    /** Hulls of the areas whose bytes are 255; single pixels and threads are forgotten first. */
    static List<List<Corner>> ofAreas(byte[] mask, int width, int height) {
        try (var _ = new PointerScope()) {
            var image = new Mat(height, width, CV_8UC1);
            image.data().put(mask);
            var brush = getStructuringElement(MORPH_RECT, new Size(3, 3));
            morphologyEx(image, image, MORPH_OPEN, brush);
            return hulls(image);
        }
    }

    /** Hulls of what the edges of a picture enclose, but for edges where {@code without} is 255; small gaps are closed. */
    static List<List<Corner>> ofEdges(byte[] luma, byte[] without, int width, int height) {
        try (var _ = new PointerScope()) {
            var image = new Mat(height, width, CV_8UC1);
            image.data().put(luma);
            GaussianBlur(image, image, new Size(5, 5), 0);
            var edges = new Mat();
            Canny(image, edges, 10, 30, 3, true);
            var brush = getStructuringElement(MORPH_RECT, new Size(5, 5));
            var forget = new Mat(height, width, CV_8UC1);
            forget.data().put(without);
            dilate(forget, forget, brush);
            edges.setTo(new Mat(1, 1, CV_8UC1, new Scalar(0)), forget);
            morphologyEx(edges, edges, MORPH_CLOSE, brush);
            return hulls(edges);
        }
    }

    private static List<List<Corner>> hulls(Mat image) {
        var contours = new MatVector();
        findContours(image, contours, RETR_EXTERNAL, CHAIN_APPROX_SIMPLE);
        var hulls = new ArrayList<List<Corner>>();
        for (long i = 0; i < contours.size(); i++) {
            var contour = contours.get(i);
            int count = (int) contour.total();
            if (count >= 4) {
                IntBuffer points = contour.createBuffer();
                var corners = new ArrayList<Corner>(count);
                for (int p = 0; p < count; p++) {
                    corners.add(new Corner(points.get(2 * p), points.get(2 * p + 1)));
                }
                hulls.add(Polygon.hull(corners));
            }
        }
        return hulls;
    }
}
