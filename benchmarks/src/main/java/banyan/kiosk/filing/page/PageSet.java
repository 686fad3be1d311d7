package banyan.kiosk.filing.page;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Sixty papers of our own making, each developed as the terminal does and measured against the drawing that it was made from. */
public final class PageSet {
    private final List<PageScore> scores = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private PageSet() {}

    /** Draws, lays, develops and measures all of them; some two minutes. */
    public static PageSet measured() {
        OpenCv.ready();
        PageSet set = new PageSet();
        PageCapture camera = new PageCapture();
        for (PaperKind kind : PaperKind.values()) {
            try (var _ = new PointerScope()) {
                Mat paper = mat(kind.drawn());
                PageRuler ruler = new PageRuler(kind, paper, mat(kind.wordsAlone()));
                for (LaidPaper laid : LaidPaper.values()) {
                    set.add(kind, laid, paper, ruler, camera);
                }
            }
        }
        return set;
    }

    private void add(PaperKind kind, LaidPaper laid, Mat paper, PageRuler ruler, PageCapture camera) {
        String what = (kind.name() + " " + laid.name()).toLowerCase(Locale.ROOT).replace('_', ' ');
        LaidPaper.Seen seen = laid.seen(kind, paper);
        Developed developed = seen.fed() ? SheetCapture.develop(seen.file()) : camera.develop(seen.file());
        switch (developed) {
            case Developed.Page page ->
                ruler.score(what, page.jpeg(), seen)
                        .ifPresentOrElse(scores::add, () -> refused.add(what + ": its marks are not to be found"));
            case Developed.Refused no -> refused.add(what + ": " + no.reason());
        }
    }

    /** Of those that became a page. */
    public List<PageScore> scores() {
        return List.copyOf(scores);
    }

    /** Those that did not, though every one of them can be read, and why. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private static Mat mat(BufferedImage image) {
        var mat = new Mat(image.getHeight(), image.getWidth(), CV_8UC3);
        if (!(image.getRaster().getDataBuffer() instanceof DataBufferByte bytes)) {
            throw new IllegalArgumentException("not drawn in bytes");
        }
        mat.data().put(bytes.getData());
        return mat;
    }
}
