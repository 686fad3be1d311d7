package banyan.item;

import banyan.item.FilledDocument.Align;
import java.util.List;
import java.util.function.Consumer;

/**
 * A document as a package describes it: blocks in reading order whose texts have placeholders.
 *
 * @param code names it within its package, and in steps: {@code print: certificate}
 * @param purpose which decides which values the terminal provides
 */
public record Template(String code, Purpose purpose, Paper paper, LocalText title, List<Part> parts) {
    public Template {
        parts = List.copyOf(parts);
    }

    /** What a document is for. */
    public enum Purpose {
        /** Printed from the guide page, before anything is known of the citizen. */
        GUIDE,
        /** Shown, hashed and signed. */
        SIGN,
        /** Printed with the centre's receipt. */
        RECEIPT,
        /** Printed when the centre has not answered: a provisional number, and no promise beyond it. */
        KEPT,
        /** Printed with the centre's receipt for what was asked for in a case. */
        SUPPLEMENT_RECEIPT,
        /** Printed when the centre has not answered to that. */
        SUPPLEMENT_KEPT,
        /** Printed with the code under which an unfinished form is kept, and nothing of whose it is. */
        DRAFT,
        /** Printed from what the centre answered to a query. */
        CERTIFICATE,
        /** The document of a case that was decided, printed once. */
        RESULT
    }

    /**
     * A block and what it stands or falls with.
     *
     * @param onlyWith names of values; the block is left out unless all of them are there
     */
    public record Part(Block block, List<String> onlyWith) {
        public Part {
            onlyWith = List.copyOf(onlyWith);
        }
    }

    /** The pattern of a {@link FilledDocument.Block} of the same name. */
    public sealed interface Block {}

    public record Title(Wording text) implements Block {}

    public record Subtitle(Wording text) implements Block {}

    public record Paragraph(Wording text) implements Block {}

    public record KeyValues(List<Row> rows) implements Block {
        public KeyValues {
            rows = List.copyOf(rows);
        }

        public record Row(Wording label, Wording value, List<String> onlyWith) {
            public Row {
                onlyWith = List.copyOf(onlyWith);
            }
        }
    }

    /**
     * A line for each row of a list.
     *
     * @param rows names a value of kind {@link Value.Rows}
     */
    public record Table(String rows, List<Column> columns) implements Block {
        public Table {
            columns = List.copyOf(columns);
        }

        public record Column(Wording heading, Wording text, double width, Align align) {}
    }

    public record NumberedClauses(List<Wording> clauses) implements Block {
        public NumberedClauses {
            clauses = List.copyOf(clauses);
        }
    }

    public record Qr(Wording value, Wording caption) implements Block {}

    public record Seal(Wording text) implements Block {}

    /**
     * The line on which is signed.
     *
     * @param ink names a value of kind {@link Value.Ink}, which may be absent: nobody has signed yet
     */
    public record SignatureLine(Wording label, String ink, Wording date) implements Block {}

    public record Spacer(double millimetres) implements Block {}

    /**
     * The numbers at the foot of each page.
     *
     * @param pattern with {@code {page}} and {@code {pages}}, which only the drawing knows
     */
    public record PageNumbers(LocalText pattern) implements Block {}

    public record Note(Wording text) implements Block {}

    /** Puts the values into their places. */
    public Filling fill(Values values, Language language) {
        return new TemplateFiller(this, values, language).fill();
    }

    /** Every text in it, with what its placeholders may name besides the document's values. */
    void eachWording(Consumer<Wording> inDocument, Consumer<TableWording> inTable) {
        for (var part : parts) {
            switch (part.block()) {
                case Title(var text) -> inDocument.accept(text);
                case Subtitle(var text) -> inDocument.accept(text);
                case Paragraph(var text) -> inDocument.accept(text);
                case KeyValues(var rows) ->
                    rows.forEach(row -> {
                        inDocument.accept(row.label());
                        inDocument.accept(row.value());
                    });
                case Table(var rows, var columns) ->
                    columns.forEach(column -> {
                        inDocument.accept(column.heading());
                        inTable.accept(new TableWording(rows, column.text()));
                    });
                case NumberedClauses(var clauses) -> clauses.forEach(inDocument);
                case Qr(var value, var caption) -> {
                    inDocument.accept(value);
                    inDocument.accept(caption);
                }
                case Seal(var text) -> inDocument.accept(text);
                case SignatureLine line -> {
                    inDocument.accept(line.label());
                    inDocument.accept(line.date());
                }
                case Note(var text) -> inDocument.accept(text);
                case Spacer _, PageNumbers _ -> {}
            }
        }
    }

    /** A column's text and the value whose rows it is written for. */
    record TableWording(String rows, Wording text) {}
}
