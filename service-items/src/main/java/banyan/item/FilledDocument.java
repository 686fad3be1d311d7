package banyan.item;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A document with nothing left to fill in: what is to be drawn, in reading order. Drawing the same document twice gives the
 * same paper; nothing in it depends on the clock or on the machine.
 *
 * @param template the template's code
 * @param title for the PDF's metadata and the printer's display; never personal
 */
public record FilledDocument(String template, Language language, Paper paper, String title, List<Block> blocks) {
    public FilledDocument {
        blocks = List.copyOf(blocks);
    }

    /** Something drawn below what came before. */
    public sealed interface Block {}

    /** Large, centred, once. */
    public record Title(Rich text) implements Block {}

    public record Subtitle(Rich text) implements Block {}

    public record Paragraph(Rich text) implements Block {}

    public record KeyValues(List<Row> rows) implements Block {
        public KeyValues {
            rows = List.copyOf(rows);
        }

        public record Row(Rich label, Rich value) {}
    }

    /** A table whose heading is repeated on each page; a row is never cut in two. */
    public record Table(List<Column> columns, List<List<Rich>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /**
         * One column.
         *
         * @param width share of the table's width, relative to the other columns
         */
        public record Column(Rich heading, double width, Align align) {}
    }

    public record NumberedClauses(List<Clause> clauses) implements Block {
        public NumberedClauses {
            clauses = List.copyOf(clauses);
        }

        /**
         * One clause.
         *
         * @param number as it is written before the clause: {@code 一、} or {@code 1.}
         */
        public record Clause(String number, Rich text) {}
    }

    public record Qr(String value, Rich caption) implements Block {}

    /** A round seal drawn with this text along its rim, at the right. What follows is drawn beside or below it. */
    public record Seal(String text) implements Block {}

    /**
     * The line on which is signed.
     *
     * @param ink absent as long as nobody has signed
     */
    public record SignatureLine(Rich label, Optional<Value.Ink> ink, Rich date) implements Block {}

    public record Spacer(double millimetres) implements Block {}

    /** On every page, at its foot. */
    public record PageNumbers(String pattern) implements Block {
        public String text(int page, int pages) {
            return pattern.replace("{page}", Integer.toString(page)).replace("{pages}", Integer.toString(pages));
        }
    }

    /** Small print. */
    public record Note(Rich text) implements Block {}

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A text of runs; each run has one weight and is either personal as a whole or not at all. */
    public record Rich(List<Run> runs) {
        public Rich {
            runs = List.copyOf(runs);
        }

        public String plain() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return "Rich[" + runs.size() + "]";
        }
    }

    /**
     * A stretch of text in one weight.
     *
     * @param mask other than NONE: personal, and a preview lays a bar over it
     */
    public record Run(String text, boolean bold, Mask mask) {
        @Override
        public String toString() {
            return "Run";
        }
    }

    @Override
    public String toString() {
        return "FilledDocument[" + template + ", " + language.tag() + "]";
    }
}
