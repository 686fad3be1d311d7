package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.TM_CCOEFF_NORMED;
import static org.bytedeco.opencv.global.opencv_imgproc.matchTemplate;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** One still, developed by the terminal and by the bare calls. */
public final class StillPair {
    private static final int REDUCTION = 12;
    private static final double LEAST_LIKENESS = 0.8;

    private final byte[] still;
    private final PageCapture capture = new PageCapture();

    public StillPair(byte[] still) {
        this.still = still;
    }

    /** The page as the terminal files it. */
    public byte[] page() {
        return switch (capture.develop(still)) {
            case Developed.Page page -> page.jpeg();
            case Developed.Refused refused ->
                throw new IllegalStateException(refused.reason().name());
        };
    }

    /** The same with the library's calls alone. */
    public byte[] bare() {
        return BareCalls.develop(still);
    }

    /** Whether both show the same page. */
    public boolean alike() {
        try (var _ = new PointerScope()) {
            var likeness = new Mat();
            matchTemplate(small(page()), small(bare()), likeness, TM_CCOEFF_NORMED);
            FloatBuffer value = likeness.createBuffer();
            return value.get(0) > LEAST_LIKENESS;
        }
    }

    /** Without its rim, where the desk may show. */
    private static Mat small(byte[] jpeg) {
        var page = imdecode(new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg)), IMREAD_GRAYSCALE);
        var inner = new Mat(page, new Rect(40, 40, page.cols() - 80, page.rows() - 80));
        var small = new Mat();
        resize(inner, small, new Size(PageSize.A4_SHORT / REDUCTION, PageSize.A4_LONG / REDUCTION), 0, 0, INTER_AREA);
        return small;
    }
}
