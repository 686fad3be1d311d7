package banyan.item;

import java.util.stream.Collectors;

/** All words of a document, a line each. */
final class PlainText {
    private PlainText() {}

    static String of(FilledDocument document) {
        return document.blocks().stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private static String of(FilledDocument.Block block) {
        return switch (block) {
            case FilledDocument.Title(var text) -> text.plain();
            case FilledDocument.Subtitle(var text) -> text.plain();
            case FilledDocument.Paragraph(var text) -> text.plain();
            case FilledDocument.Note(var text) -> text.plain();
            case FilledDocument.KeyValues(var rows) ->
                rows.stream()
                        .map(row -> row.label().plain() + " " + row.value().plain())
                        .collect(Collectors.joining("\n"));
            case FilledDocument.Table(var columns, var rows) ->
                columns.stream().map(column -> column.heading().plain()).collect(Collectors.joining(" "))
                        + "\n"
                        + rows.stream()
                                .map(row -> row.stream()
                                        .map(FilledDocument.Rich::plain)
                                        .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining("\n"));
            case FilledDocument.NumberedClauses(var clauses) ->
                clauses.stream()
                        .map(clause -> clause.number() + clause.text().plain())
                        .collect(Collectors.joining("\n"));
            case FilledDocument.Qr(var value, var caption) -> value + " " + caption.plain();
            case FilledDocument.Seal(var text) -> text;
            case FilledDocument.SignatureLine line ->
                line.label().plain() + " " + line.date().plain();
            case FilledDocument.PageNumbers(var pattern) -> pattern;
            case FilledDocument.Spacer _ -> "";
        };
    }
}
