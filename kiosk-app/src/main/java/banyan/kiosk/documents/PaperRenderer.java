package banyan.kiosk.documents;

import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Rich;
import banyan.item.Mask;
import banyan.kiosk.documents.Rendering.CannotDraw;
import banyan.kiosk.documents.Rendering.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Puts filled documents on paper. Knows nothing of the clock or the machine, so that equal documents are equal bytes; keeps
 * nothing of a document but its result.
 */
public final class PaperRenderer {
    private final PaperFonts fonts;

    public PaperRenderer(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** The document as a PDF, or the characters that the typeface lacks. */
    public Rendering render(FilledDocument document, PaperOptions options) {
        var words = PaperWords.in(document.language());
        var lacking = lacking(document);
        if (!lacking.isEmpty()) {
            return new CannotDraw(lacking);
        }
        var sheets = sheets(document, options, words);
        byte[] pdf = new PdfDrawing(fonts).draw(document, sheets);
        return new Rendered(
                pdf,
                sheets.stream().map(sheet -> sheet.plan(document.language())).toList());
    }

    private List<Sheet> sheets(FilledDocument document, PaperOptions options, PaperWords words) {
        var style = Style.of(document);
        var slabs = new Typesetter(document, fonts, options.demonstration() ? words.demonstration() : "").set();
        var laid = Paginator.lay(slabs, style);
        int pages = laid.pages().size();
        double height = style.endless() ? laid.end() + style.bottom() : style.height();
        var sheets = new ArrayList<Sheet>();
        for (int page = 1; page <= pages; page++) {
            var marks = new ArrayList<Mark>();
            if (options.demonstration()) {
                marks.addAll(demonstration(style, words));
            }
            marks.addAll(laid.pages().get(page - 1));
            if (!style.endless()) {
                marks.add(foot(style, numbers(document, words, page, pages)));
            }
            double end = page == pages ? laid.end() : height - style.bottom();
            sheets.add(new Sheet(style.width(), height, end, marks));
        }
        return sheets;
    }

    private List<Mark> demonstration(Style style, PaperWords words) {
        double inset = style.endless() ? 6 : 30;
        double top = style.endless() ? 2 : 26;
        double height = style.endless() ? 11 : 22;
        double size = style.endless() ? 6.5 : 10;
        double width = fonts.face(true).width(words.demonstrationBand(), size);
        double baseline = top + height / 2 + 0.36 * size;
        return List.of(
                new Mark.Across(words.demonstration()),
                new Mark.Fill(inset, top, style.width() - 2 * inset, height, Palette.PALE_AMBER),
                new Mark.Words(
                        (style.width() - width) / 2,
                        baseline,
                        size,
                        true,
                        Palette.AMBER,
                        words.demonstrationBand(),
                        0,
                        width,
                        Mask.NONE,
                        true));
    }

    private Mark foot(Style style, String text) {
        double width = fonts.face(false).width(text, style.note());
        return new Mark.Words(
                (style.width() - width) / 2,
                style.height() - 36,
                style.note(),
                false,
                Palette.SECOND,
                text,
                0,
                width,
                Mask.NONE,
                true);
    }

    private static String numbers(FilledDocument document, PaperWords words, int page, int pages) {
        return document.blocks().stream()
                .filter(FilledDocument.PageNumbers.class::isInstance)
                .map(FilledDocument.PageNumbers.class::cast)
                .findFirst()
                .orElse(new FilledDocument.PageNumbers(words.pages()))
                .text(page, pages);
    }

    private SequencedSet<Integer> lacking(FilledDocument document) {
        var lacking = new LinkedHashSet<Integer>();
        document.blocks().stream().flatMap(PaperRenderer::texts).forEach(text -> lacking.addAll(fonts.lacking(text)));
        return lacking;
    }

    /** Every string of a block that will be drawn. */
    private static Stream<String> texts(FilledDocument.Block block) {
        return switch (block) {
            case FilledDocument.Title(var text) -> Stream.of(text.plain());
            case FilledDocument.Subtitle(var text) -> Stream.of(text.plain());
            case FilledDocument.Paragraph(var text) -> Stream.of(text.plain());
            case FilledDocument.Note(var text) -> Stream.of(text.plain());
            case FilledDocument.KeyValues(var rows) ->
                rows.stream()
                        .flatMap(row ->
                                Stream.of(row.label().plain(), row.value().plain()));
            case FilledDocument.Table(var columns, var rows) ->
                Stream.concat(
                        columns.stream().map(column -> column.heading().plain()),
                        rows.stream().flatMap(row -> row.stream().map(Rich::plain)));
            case FilledDocument.NumberedClauses(var clauses) ->
                clauses.stream()
                        .flatMap(clause ->
                                Stream.of(clause.number(), clause.text().plain()));
            case FilledDocument.Qr qr -> Stream.of(qr.caption().plain());
            case FilledDocument.Seal(var text) -> Stream.of(text);
            case FilledDocument.SignatureLine line ->
                Stream.of(line.label().plain(), line.date().plain());
            case FilledDocument.PageNumbers(var pattern) -> Stream.of(pattern);
            case FilledDocument.Spacer _ -> Stream.empty();
        };
    }
}
