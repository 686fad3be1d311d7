package banyan.kiosk.filing.page;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Brightness of a decoded picture, read where it lies. */
final class NativeBrightness implements Edges.Brightness {
    private final ByteBuffer bgr;
    private final int width;
    private final int height;

    NativeBrightness(Mat picture) {
        bgr = picture.createBuffer();
        width = picture.cols();
        height = picture.rows();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public double at(double x, double y) {
        int column = Math.clamp(Math.round(x), 0, width - 1);
        int row = Math.clamp(Math.round(y), 0, height - 1);
        int from = 3 * (row * width + column);
        return (29 * (bgr.get(from) & 0xFF) + 150 * (bgr.get(from + 1) & 0xFF) + 77 * (bgr.get(from + 2) & 0xFF))
                / 256.0;
    }
}
