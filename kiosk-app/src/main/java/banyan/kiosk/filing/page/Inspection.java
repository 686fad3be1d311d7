package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import banyan.kiosk.documents.Picture;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A page that was developed, for a person who judges whoever took it.
 *
 * @param whole all of the page, small: is it straight, is it whole
 * @param piece out of its upper half, one pixel for one: is it sharp
 */
public record Inspection(Picture whole, Picture piece) {
    private static final int PIECE_WIDTH = 900;
    private static final int PIECE_HEIGHT = 300;

    /** Pictures of this page; empty where these bytes are no picture. */
    public static Optional<Inspection> of(byte[] jpeg) {
        OpenCv.ready();
        try (var _ = new PointerScope()) {
            var file = new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg));
            var small = imdecode(file, IMREAD_REDUCED_COLOR_4);
            var full = imdecode(file, IMREAD_COLOR);
            if (small.empty() || full.empty()) {
                return Optional.empty();
            }
            int width = Math.min(PIECE_WIDTH, full.cols());
            int height = Math.min(PIECE_HEIGHT, full.rows());
            int left = (full.cols() - width) / 2;
            int top = Math.min(full.rows() / 5, full.rows() - height);
            var piece = full.rowRange(top, top + height).colRange(left, left + width).clone();
            return Optional.of(new Inspection(picture(small), picture(piece)));
        }
    }

    private static Picture picture(Mat image) {
        return new Picture(image.cols(), image.rows(), Pixels.argb(image));
    }

    /** Overwrites both. */
    public void wipe() {
        whole.wipe();
        piece.wipe();
    }
}
