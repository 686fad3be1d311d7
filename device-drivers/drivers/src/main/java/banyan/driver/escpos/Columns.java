package banyan.driver.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Breaks text into lines of so many columns. A character of one byte in GB 18030 takes one column, every other takes two: so wide
 * does the printer draw it. A line is broken where one may be broken by GB/T 15834: not within a word or a number, not before a
 * closing mark and not after an opening one, unless half the line would stay empty. Nothing is lost but the spaces at a break.
 */
final class Columns {
    private static final String CLOSING = "，。、；：？！）》〉」』】〕”’…—·～％,.;:?!)]}%";
    private static final String OPENING = "（《〈「『【〔“‘([{￥$";

    private Columns() {}

    /** How many columns the text takes in one line. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }

    /** The text in lines, at least one; what is no character but a command becomes a space. */
    static List<String> broken(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            int[] points = paragraph
                    .codePoints()
                    .map(point -> Character.isISOControl(point) ? ' ' : point)
                    .toArray();
            lines.addAll(brokenParagraph(points, columns));
            Arrays.fill(points, 0);
        }
        return lines;
    }

    private static List<String> brokenParagraph(int[] points, int columns) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        do {
            int end = fitting(points, from, columns);
            int at = end == points.length ? end : breakBefore(points, from, end);
            lines.add(new String(points, from, lastInk(points, from, at) - from));
            from = at;
            while (from < points.length && points[from] == ' ') {
                from++;
            }
        } while (from < points.length);
        return lines;
    }

    /** At least one character, so that it goes on whatever the width. */
    private static int fitting(int[] points, int from, int columns) {
        int width = 0;
        int at = from;
        while (at < points.length && (at == from || width + of(points[at]) <= columns)) {
            width += of(points[at]);
            at++;
        }
        return at;
    }

    private static int breakBefore(int[] points, int from, int end) {
        for (int at = end; at > from + (end - from) / 2; at--) {
            if (mayBreak(points[at - 1], points[at])) {
                return at;
            }
        }
        return end;
    }

    private static boolean mayBreak(int before, int after) {
        boolean withinWord = before < 0x80 && before != ' ' && after < 0x80 && after != ' ';
        return !withinWord && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }

    private static int lastInk(int[] points, int from, int to) {
        int at = to;
        while (at > from && points[at - 1] == ' ') {
            at--;
        }
        return at;
    }
}
