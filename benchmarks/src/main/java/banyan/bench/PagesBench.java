package banyan.bench;

import banyan.kiosk.filing.page.PageScore;
import banyan.kiosk.filing.page.PageSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How well pages come out, on a set of sixty of our own making whose true lines, corners and ink are known. */
final class PagesBench implements Bench {
    private static final double PAPERS = 60;
    private static final double TURNED_DEGREES = 0.5;
    private static final double ASTRAY_MM = 2;
    private static final double LEAST_KEPT = 0.95;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Figure> measure() {
        PageSet set = PageSet.measured();
        List<PageScore> scores = set.scores();
        set.refused().forEach(line -> System.err.println("pages: " + line));
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast("pages: became a page, of 60", scores.size(), "", PAPERS, 1));
        if (scores.isEmpty()) {
            return figures;
        }
        PageScore turned = worst(scores, PageScore::turned);
        PageScore astray = worst(scores, PageScore::astray);
        PageScore faint = worst(scores, score -> -score.kept());
        figures.add(Figure.within("pages: lines off level (" + turned.what() + ")", turned.turned(), "°", TURNED_DEGREES));
        figures.add(Figure.told("pages: lines off level, median", median(scores, PageScore::turned), "°"));
        figures.add(Figure.within("pages: corner astray (" + astray.what() + ")", astray.astray(), "mm", ASTRAY_MM));
        figures.add(Figure.told("pages: corner astray, median", median(scores, PageScore::astray), "mm"));
        figures.add(Figure.atLeast(
                "pages: contrast of words (" + faint.what() + ")",
                faint.contrast(),
                ": 1",
                faint.seenContrast(),
                LEAST_KEPT));
        figures.add(Figure.told("pages: contrast beside the camera's picture, median", median(scores, PageScore::kept), ""));
        return figures;
    }

    private static PageScore worst(List<PageScore> scores, ToDoubleFunction<PageScore> by) {
        return scores.stream().max(Comparator.comparingDouble(by)).orElseThrow();
    }

    private static double median(List<PageScore> scores, ToDoubleFunction<PageScore> of) {
        return JournalBench.median(scores.stream().mapToDouble(of).boxed().toList());
    }
}
