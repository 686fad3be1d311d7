package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.medianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How white the bare paper would be at each place, as a small picture of shadows. What is printed dark over more than a
 * centimetre (a photograph, a black heading) is not a shadow, and is bridged; the paper's tint is the same everywhere, so that
 * coloured print keeps its colour.
 */
record Paper(Mat white) {
    /** What bare paper becomes; a little more than white, so that its grain is gone. */
    static final double WHITE = 258;

    /** The shadow picture is this much smaller than the preview: three dots a millimetre become three a centimetre. */
    private static final int REDUCTION = 4;

    /** No shadow falls off so steeply that half a page is darker than this beside the rest. */
    private static final double DARKEST_SHADOW = 0.72;

    static Paper of(Mat preview) {
        int width = Math.max(8, preview.cols() / REDUCTION);
        int height = Math.max(8, preview.rows() / REDUCTION);
        // Ink is thin: the brightest neighbour of each point is paper. First between the strokes, before an average would mix them with
        // the paper and make it out darker than it is; then between the lines.
        var strokes = new Mat();
        dilate(preview, strokes, getStructuringElement(MORPH_RECT, new Size(5, 5)));
        var small = new Mat();
        resize(strokes, small, new Size(width, height), 0, 0, INTER_AREA);
        dilate(small, small, getStructuringElement(MORPH_RECT, new Size(5, 5)));
        medianBlur(small, small, 9);
        int[] argb = Pixels.argb(small);
        byte[] even = shadows(argb, width, height);
        var white = new Mat(height, width, CV_8UC3);
        white.data().put(tinted(even, argb));
        GaussianBlur(white, white, new Size(7, 7), 0);
        return new Paper(white);
    }

    private static byte[] shadows(int[] argb, int width, int height) {
        byte[] luma = Pixels.luma(argb);
        var light = plane(luma, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double expected = light.at((x + 0.5) / width, (y + 0.5) / height);
                int at = y * width + x;
                if ((luma[at] & 0xFF) < DARKEST_SHADOW * expected) {
                    luma[at] = (byte) Math.min(255, Math.round(expected));
                }
            }
        }
        return luma;
    }

    private static Light plane(byte[] luma, int width, int height) {
        int[] grey = new int[luma.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0xFF000000 | (luma[i] & 0xFF) * 0x010101;
        }
        var whole = new Outline(
                new Outline.Corner(0, 0),
                new Outline.Corner(width - 1.0, 0),
                new Outline.Corner(width - 1.0, height - 1.0),
                new Outline.Corner(0, height - 1.0));
        return Light.of(Scene.ofReduced(width, height, grey, 1), whole);
    }

    /** The middle colour of the paper, everywhere as bright as the shadows allow. */
    private static byte[] tinted(byte[] luma, int[] argb) {
        double[] tint = new double[3];
        double[] ratios = new double[argb.length];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < argb.length; i++) {
                int colour = (argb[i] >> (8 * channel)) & 0xFF;
                ratios[i] = (double) colour / Math.max(1, Scene.luma(argb[i]));
            }
            Arrays.sort(ratios);
            tint[channel] = ratios[ratios.length / 2];
        }
        byte[] bgr = new byte[3 * luma.length];
        for (int i = 0; i < luma.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                bgr[3 * i + channel] = (byte) Math.clamp(Math.round((luma[i] & 0xFF) * tint[channel]), 1, 255);
            }
        }
        return bgr;
    }
}
