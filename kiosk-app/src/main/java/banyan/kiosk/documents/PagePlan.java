package banyan.kiosk.documents;

import java.util.List;

/**
 * What a screen must know of a page besides its picture.
 *
 * @param width in points, 72 to an inch
 * @param height in points
 * @param end where the text ends, in shares of the height: a screen that shows a short page may leave out what lies below
 * @param bars where personal values stand
 * @param signatures where the page is signed
 */
public record PagePlan(double width, double height, double end, List<Bar> bars, List<Area> signatures) {
    public PagePlan {
        bars = List.copyOf(bars);
        signatures = List.copyOf(signatures);
    }

    /**
     * A personal value on the page.
     *
     * @param words its covered form, such as {@code 张*丰}; empty where a line break parted it
     * @param textSize in shares of the page's height
     */
    public record Bar(Area area, String words, double textSize) {
        @Override
        public String toString() {
            return "Bar[" + area + "]";
        }
    }
}
