package banyan.kiosk.documents;

import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.Mask;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines by the rules of Chinese typesetting: between any two characters, but no closing mark at the start of a
 * line and no opening mark at its end; Latin words and numbers stay whole unless they are longer than a line.
 */
final class LineBreaker {
    private static final String CLOSING = "，。、；：？！）》」』】〕〉”’…—％·.,;:?!)]}%‰℃°～";
    private static final String OPENING = "（《「『【〔〈“‘([{¥￥$№";

    private final PaperFonts fonts;
    private final boolean allBold;

    /** @param allBold the whole text is bold, whatever its runs say */
    LineBreaker(PaperFonts fonts, boolean allBold) {
        this.fonts = fonts;
        this.allBold = allBold;
    }

    /** One line; it is as wide as its pieces together. */
    record Line(List<Piece> pieces, double width) {}

    /** @param whole this is all of its run */
    record Piece(String text, boolean bold, Mask mask, double width, boolean whole) {
        @Override
        public String toString() {
            return "Piece";
        }
    }

    /** At least one line, even of an empty text. */
    List<Line> lines(Rich text, double size, double width) {
        var lines = new ArrayList<Line>();
        var letters = letters(text);
        int from = 0;
        while (from < letters.size() || lines.isEmpty()) {
            int end = end(letters, from, size, width);
            lines.add(line(letters, from, end, size));
            from = next(letters, end);
        }
        return lines;
    }

    double width(Rich text, double size) {
        return letters(text).stream()
                .mapToDouble(letter -> size * width(letter))
                .sum();
    }

    private record Letter(int point, Run run) {}

    private static List<Letter> letters(Rich text) {
        var letters = new ArrayList<Letter>();
        for (var run : text.runs()) {
            run.text().codePoints().forEach(point -> letters.add(new Letter(point == '\t' ? ' ' : point, run)));
        }
        return letters;
    }

    /** One past the last letter of the line that begins at {@code from}. */
    private int end(List<Letter> letters, int from, double size, double width) {
        double used = 0;
        int lastBreak = from;
        for (int at = from; at < letters.size(); at++) {
            int point = letters.get(at).point;
            if (point == '\n') {
                return at;
            }
            if (at > from && mayBreak(letters.get(at - 1).point, point)) {
                lastBreak = at;
            }
            used += size * width(letters.get(at));
            if (used > width + 0.01 && point != ' ') {
                if (lastBreak > from) {
                    return lastBreak;
                }
                return Math.max(from + 1, at);
            }
        }
        return letters.size();
    }

    /** Where the next line begins: past the blanks or the line feed at which this one ended. */
    private static int next(List<Letter> letters, int end) {
        int at = end;
        if (at < letters.size() && letters.get(at).point == '\n') {
            return at + 1;
        }
        while (at < letters.size() && letters.get(at).point == ' ') {
            at++;
        }
        return at;
    }

    private static boolean mayBreak(int before, int after) {
        if (after == ' ' || OPENING.indexOf(before) >= 0 || CLOSING.indexOf(after) >= 0) {
            return false;
        }
        return before == ' ' || isWide(before) || isWide(after) || before == '-' || before == '/';
    }

    /** Written without blanks between words. */
    private static boolean isWide(int point) {
        return point >= 0x2E80;
    }

    private Line line(List<Letter> letters, int from, int end, double size) {
        int last = end;
        while (last > from && letters.get(last - 1).point == ' ') {
            last--;
        }
        var pieces = new ArrayList<Piece>();
        double width = 0;
        int at = from;
        while (at < last) {
            var run = letters.get(at).run;
            var text = new StringBuilder();
            double pieceWidth = 0;
            while (at < last && letters.get(at).run == run) {
                text.appendCodePoint(letters.get(at).point);
                pieceWidth += size * width(letters.get(at));
                at++;
            }
            boolean whole = text.length() == run.text().length();
            pieces.add(new Piece(text.toString(), allBold || run.bold(), run.mask(), pieceWidth, whole));
            width += pieceWidth;
        }
        return new Line(pieces, width);
    }

    private double width(Letter letter) {
        return letter.point == '\n'
                ? 0
                : fonts.face(allBold || letter.run.bold()).width(letter.point);
    }
}
