package banyan.kiosk.documents;

import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.KeyValues;
import banyan.item.FilledDocument.NumberedClauses;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.FilledDocument.Table;
import banyan.item.Language;
import banyan.item.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sets a document for the roll of a receipt printer: the same words from top to bottom, one below the other. A roll has neither pages
 * nor seals, and what is personal is covered on it, since it is soon dropped.
 */
public final class RollSetter {
    private static final double LINE_MILLIMETRES = 4;

    /** Stands in a table's cell that has nothing to say. */
    private static final String NOTHING = "—";

    private final FilledDocument document;
    private final List<Part> parts = new ArrayList<>();

    private RollSetter(FilledDocument document) {
        this.document = document;
    }

    /** The document as a receipt; on that of a demonstration it is said that it proves nothing. */
    public static Receipt set(FilledDocument document, PaperOptions options) {
        var setter = new RollSetter(document);
        if (options.demonstration()) {
            setter.line(PaperWords.in(document.language()).demonstrationBand(), Align.CENTRE, false);
            setter.parts.add(new Part.Space(1));
        }
        document.blocks().forEach(setter::add);
        return new Receipt(document.template(), setter.parts);
    }

    private void add(Block block) {
        switch (block) {
            case FilledDocument.Title(var text) -> parts.add(new Part.Text(words(text), Align.CENTRE, 2, true));
            case FilledDocument.Subtitle(var text) -> line(words(text), Align.CENTRE, true);
            case FilledDocument.Paragraph(var text) -> apart(text);
            case FilledDocument.Note(var text) -> apart(text);
            case KeyValues(var rows) -> {
                parts.add(new Part.Rule());
                rows.forEach(this::row);
            }
            case Table table -> table(table);
            case NumberedClauses(var clauses) -> {
                parts.add(new Part.Rule());
                clauses.forEach(clause -> line(number(clause) + words(clause.text()), Align.LEFT, bold(clause.text())));
            }
            case FilledDocument.Qr(var value, var caption) -> {
                parts.add(new Part.Qr(value));
                line(words(caption), Align.CENTRE, false);
            }
            case FilledDocument.Spacer(double millimetres) ->
                parts.add(new Part.Space((int) Math.max(1, Math.round(millimetres / LINE_MILLIMETRES))));
            case FilledDocument.SignatureLine(var label, _, var date) ->
                line(labelled(words(label), words(date)), Align.LEFT, false);
            case FilledDocument.Seal _, FilledDocument.PageNumbers _ -> {}
        }
    }

    private void apart(Rich text) {
        parts.add(new Part.Space(1));
        line(words(text), Align.LEFT, bold(text));
    }

    /** The number that the code repeats stands large on a line of its own, so that it can be read out and copied. */
    private void row(KeyValues.Row row) {
        String value = words(row.value());
        if (inCode(value)) {
            line(words(row.label()), Align.LEFT, false);
            parts.add(new Part.Text(value, Align.LEFT, 2, true));
        } else {
            line(labelled(words(row.label()), value), Align.LEFT, bold(row.value()));
        }
    }

    private boolean inCode(String value) {
        return document.blocks().stream()
                .anyMatch(block ->
                        block instanceof FilledDocument.Qr(var content, _) && packed(content).equals(packed(value)));
    }

    private static String packed(String text) {
        return text.replaceAll("\\s", "");
    }

    private void table(Table table) {
        parts.add(new Part.Rule());
        line(
                cells(table.columns().stream().map(Table.Column::heading).toList()),
                Align.LEFT,
                true);
        table.rows().forEach(row -> line(cells(row), Align.LEFT, false));
    }

    private String cells(List<Rich> cells) {
        return cells.stream()
                .map(this::words)
                .filter(words -> !words.isBlank() && !words.equals(NOTHING))
                .collect(Collectors.joining(document.language() == Language.ZH_CN ? "·" : " · "));
    }

    private String labelled(String label, String value) {
        return label + (document.language() == Language.ZH_CN ? "：" : ": ") + value;
    }

    private static String number(NumberedClauses.Clause clause) {
        return clause.number().endsWith("、") ? clause.number() : clause.number() + " ";
    }

    private void line(String text, Align align, boolean bold) {
        parts.add(new Part.Text(text, align, 1, bold));
    }

    private String words(Rich text) {
        return text.runs().stream().map(this::covered).collect(Collectors.joining());
    }

    private String covered(Run run) {
        return run.mask() == Mask.NONE ? run.text() : run.mask().cover(run.text(), document.language());
    }

    /** A line has one weight: bold where nothing in it is not. */
    private static boolean bold(Rich text) {
        return !text.runs().isEmpty() && text.runs().stream().allMatch(Run::bold);
    }
}
