package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import banyan.kiosk.documents.Picture;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** A small picture of a page that was developed before, for a draft that is opened again. */
public final class Thumbnail {
    private Thumbnail() {}

    /** An eighth of the page; empty where these bytes are no picture. */
    public static Optional<Picture> of(byte[] jpeg) {
        OpenCv.ready();
        try (var _ = new PointerScope()) {
            var small = imdecode(new Mat(1, jpeg.length, CV_8UC1, new BytePointer(jpeg)), IMREAD_REDUCED_COLOR_8);
            return small.empty()
                    ? Optional.empty()
                    : Optional.of(new Picture(small.cols(), small.rows(), Pixels.argb(small)));
        }
    }
}
