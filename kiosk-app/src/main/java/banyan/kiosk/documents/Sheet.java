package banyan.kiosk.documents;

import banyan.item.Language;
import banyan.item.Mask;
import java.util.List;

/**
 * One page as marks: everything is decided, nothing is drawn yet.
 *
 * @param end where the text ends
 */
record Sheet(double width, double height, double end, List<Mark> marks) {
    Sheet {
        marks = List.copyOf(marks);
    }

    /** What a screen must know of this page. */
    PagePlan plan(Language language) {
        var bars = marks.stream()
                .filter(mark -> mark instanceof Mark.Words words && words.mask() != Mask.NONE)
                .map(Mark.Words.class::cast)
                .map(words -> bar(words, language))
                .toList();
        var signatures = marks.stream()
                .filter(Mark.SignatureBox.class::isInstance)
                .map(Mark.SignatureBox.class::cast)
                .map(box -> new Area(box.x() / width, box.y() / height, box.width() / width, box.height() / height))
                .toList();
        return new PagePlan(width, height, end / height, bars, signatures);
    }

    /** The typeface's letters reach 0.88 above and 0.24 below their line; a little more hides every edge. */
    private PagePlan.Bar bar(Mark.Words words, Language language) {
        double above = 0.98 * words.size();
        double below = 0.3 * words.size();
        double aside = 0.1 * words.size();
        var area = new Area(
                (words.x() - aside) / width,
                (words.baseline() - above) / height,
                (words.width() + 2 * aside) / width,
                (above + below) / height);
        var covered = words.whole() ? words.mask().cover(words.text(), language) : "";
        return new PagePlan.Bar(area, covered, words.size() / height);
    }
}
