package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

/** The native library, loaded once: only its two parts that are used, which saves some 40 MB beside the whole. */
final class OpenCv {
    /** One thread stays free for the screen on the four cores of a terminal, and more than two gain little on one page. */
    private static final int THREADS = 2;

    static {
        Loader.load(opencv_imgproc.class);
        Loader.load(opencv_imgcodecs.class);
        setNumThreads(THREADS);
    }

    private OpenCv() {}

    /** Returns when the library is loaded. */
    static void ready() {
        // The class initialiser has done it.
    }
}
