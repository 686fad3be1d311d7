package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import banyan.device.Scanner.ScanEvent;
import banyan.kiosk.filing.page.Developed.Measures;
import banyan.kiosk.filing.page.Developed.Reason;
import banyan.kiosk.filing.page.Developed.Refused;
import banyan.kiosk.filing.page.Outline.Corner;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Develops what a scanner gives: the whole image is the page, so that none is searched, nothing can cover it and no lens can be
 * out of focus. Its lines are turned level and its paper is made evenly white as a still's are, and a blank side is refused by the
 * same measure. All in memory; when it returns, nothing of the image is left outside the result.
 */
public final class SheetCapture {
    private static final long PNG = 0x89504E470D0A1A0AL;

    /** Signature, length and name of the first chunk, width, height. */
    private static final int PNG_HEADER = 24;

    private SheetCapture() {}

    /** Develops one side of a sheet, JPEG or PNG. Anything but a page is a reason, not an exception. */
    public static Developed develop(byte[] image) {
        if (image.length > ScanEvent.Page.MAX_PAGE_BYTES) {
            return refused(Reason.TOO_BIG);
        }
        OptionalLong pixels = pixels(image);
        if (pixels.isEmpty()) {
            return refused(Reason.NOT_AN_IMAGE);
        }
        if (pixels.getAsLong() > ScanEvent.Page.MAX_PAGE_PIXELS) {
            return refused(Reason.TOO_BIG);
        }
        OpenCv.ready();
        try {
            return decode(image);
        } finally {
            Pointer.trimMemory();
        }
    }

    /** How large it will be, from its header alone. */
    private static OptionalLong pixels(byte[] image) {
        if (image.length >= PNG_HEADER && ByteBuffer.wrap(image).getLong() == PNG) {
            ByteBuffer header = ByteBuffer.wrap(image);
            return OptionalLong.of((header.getInt(16) & 0xFFFFFFFFL) * (header.getInt(20) & 0x7FFFFFFFL));
        }
        return switch (JpegHeader.read(image)) {
            case JpegHeader.Unreadable _ -> OptionalLong.empty();
            case JpegHeader.Size size -> OptionalLong.of(size.pixels());
        };
    }

    private static Developed decode(byte[] image) {
        try (var _ = new PointerScope()) {
            var sheet = imdecode(new Mat(1, image.length, CV_8UC1, new BytePointer(image)), IMREAD_COLOR);
            return sheet.empty() ? refused(Reason.NOT_AN_IMAGE) : judge(sheet);
        }
    }

    private static Developed judge(Mat sheet) {
        var quarter = PageCapture.reduced(
                sheet, Math.max(sheet.cols(), sheet.rows()) > PageCapture.QUARTER * Scene.LONG_SIDE ? PageCapture.QUARTER : 1);
        double inQuarter = (double) sheet.cols() / quarter.cols();
        var small = PageCapture.reduced(quarter, Scene.factor(quarter.cols(), quarter.rows()));
        var scene = Scene.ofReduced(
                small.cols(), small.rows(), Pixels.argb(small), (double) sheet.cols() / small.cols());
        var page = whole(small);
        var light = Light.of(scene, page);
        var writing = Writing.on(scene, page, light, new NativeBrightness(sheet), PageCapture.PATCH);
        if (writing.ink() < PageFinder.LEAST_INK) {
            return refused(Reason.BLANK);
        }
        var outline = whole(sheet);
        var straight = new Straightened(sheet, quarter, inQuarter, outline, PageSize.of(outline));
        return straight.page(new Measures(writing.sharpness(), writing.ink(), light.shade(), straight.skew()));
    }

    private static Outline whole(Mat picture) {
        double right = picture.cols() - 1.0;
        double bottom = picture.rows() - 1.0;
        return new Outline(new Corner(0, 0), new Corner(right, 0), new Corner(right, bottom), new Corner(0, bottom));
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Side.NOWHERE);
    }
}
