package banyan.item.catalogue;

import banyan.item.FilledDocument.Align;
import banyan.item.LocalText;
import banyan.item.Paper;
import banyan.item.Template;
import banyan.item.Template.Block;
import banyan.item.Template.Purpose;
import banyan.item.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code templates/*.yaml}. */
final class TemplateReader {
    private static final Map<String, Purpose> PURPOSES = Map.of(
            "guide", Purpose.GUIDE,
            "sign", Purpose.SIGN,
            "receipt", Purpose.RECEIPT,
            "kept", Purpose.KEPT,
            "supplement-receipt", Purpose.SUPPLEMENT_RECEIPT,
            "supplement-kept", Purpose.SUPPLEMENT_KEPT,
            "draft", Purpose.DRAFT,
            "certificate", Purpose.CERTIFICATE,
            "result", Purpose.RESULT);
    private static final Map<String, Paper> PAPERS = Map.of("a4", Paper.A4, "receipt-80", Paper.RECEIPT_80);
    private static final Map<String, Align> ALIGNS =
            Map.of("left", Align.LEFT, "centre", Align.CENTRE, "right", Align.RIGHT);
    private static final Set<String> KINDS = Set.of(
            "title",
            "subtitle",
            "paragraph",
            "rows",
            "table",
            "clauses",
            "qr",
            "seal",
            "signature",
            "spacer",
            "page-numbers",
            "note");

    private final List<Use> uses;
    private Use.Scope scope = new Use.Scope.Sentence();

    private TemplateReader(List<Use> uses) {
        this.uses = uses;
    }

    /**
     * Reads one template.
     *
     * @param uses takes every text with placeholders
     */
    static Template read(Entry file, List<Use> uses) {
        return new TemplateReader(uses).template(file);
    }

    private Template template(Entry file) {
        var code = file.code("code", Shapes.KEBAB, Shapes.KEBAB_EXAMPLE);
        file.call("template '" + code + "'");
        scope = new Use.Scope.Document(code);
        var purpose = file.needed("for", PURPOSES, Purpose.GUIDE);
        var paper = file.word("paper", PAPERS, Paper.A4);
        var title = file.local("title");
        var parts = file.entries("blocks", "block").stream()
                .flatMap(block -> part(block).stream())
                .toList();
        if (parts.isEmpty()) {
            file.mistake("blocks", "has no blocks");
        }
        file.close();
        return new Template(code, purpose, paper, title, parts);
    }

    private Optional<Template.Part> part(Entry entry) {
        var onlyWith = onlyWith(entry);
        var kinds = entry.keys().stream().filter(KINDS::contains).toList();
        if (kinds.size() != 1) {
            entry.keys().forEach(entry::has);
            entry.mistake("", "needs exactly one of " + Words.either(KINDS));
            return Optional.empty();
        }
        var block = block(kinds.getFirst(), entry, onlyWith);
        entry.close();
        return block.map(read -> new Template.Part(read, onlyWith));
    }

    private Optional<Block> block(String kind, Entry entry, List<String> onlyWith) {
        return switch (kind) {
            case "title" -> Optional.of(new Template.Title(text(entry, kind, onlyWith)));
            case "subtitle" -> Optional.of(new Template.Subtitle(text(entry, kind, onlyWith)));
            case "paragraph" -> Optional.of(new Template.Paragraph(text(entry, kind, onlyWith)));
            case "note" -> Optional.of(new Template.Note(text(entry, kind, onlyWith)));
            case "seal" -> Optional.of(new Template.Seal(text(entry, kind, onlyWith)));
            case "rows" -> Optional.of(rows(entry, onlyWith));
            case "clauses" -> Optional.of(clauses(entry, onlyWith));
            case "spacer" -> Optional.of(new Template.Spacer(entry.number(kind, 1, 200)));
            case "page-numbers" -> Optional.of(new Template.PageNumbers(pageNumbers(entry)));
            case "table" -> entry.entry(kind, entry.subject()).map(table -> table(table, onlyWith));
            case "qr" -> entry.entry(kind, entry.subject()).map(qr -> qr(qr, onlyWith));
            case "signature" -> entry.entry(kind, entry.subject()).map(line -> signature(line, onlyWith));
            default -> throw new IllegalStateException("no block " + kind);
        };
    }

    private static LocalText pageNumbers(Entry entry) {
        var pattern = entry.local("page-numbers");
        pattern.byLanguage().forEach((language, text) -> {
            if (!text.isEmpty() && !(text.contains("{page}") && text.contains("{pages}"))) {
                entry.mistake(
                        "page-numbers", "needs {page} and {pages} in its " + language.inWords() + " page-numbers");
            }
        });
        return pattern;
    }

    private Block rows(Entry entry, List<String> onlyWith) {
        var rows = new ArrayList<Template.KeyValues.Row>();
        for (var row : entry.entries("rows", "row")) {
            row.call(entry.subject() + ", " + row.subject());
            var own = onlyWith(row);
            var guarded = new ArrayList<>(onlyWith);
            guarded.addAll(own);
            rows.add(new Template.KeyValues.Row(text(row, "label", guarded), text(row, "value", guarded), own));
            row.close();
        }
        return new Template.KeyValues(rows);
    }

    private Block table(Entry table, List<String> onlyWith) {
        var of = table.text("of");
        uses.add(new Use.Name(table.place("of"), table.subject(), of, Use.Wanted.ROWS, scope, Set.copyOf(onlyWith)));
        var columns = new ArrayList<Template.Table.Column>();
        for (var column : table.entries("columns", "column")) {
            column.call(table.subject() + ", " + column.subject());
            var heading = text(column, "heading", onlyWith);
            var text = column.wording("text");
            uses.add(use(column, "text", text, Optional.of(of), onlyWith));
            var width = column.decimal("width").map(Number::doubleValue).orElse(1.0);
            columns.add(new Template.Table.Column(heading, text, width, column.word("align", ALIGNS, Align.LEFT)));
            column.close();
        }
        table.close();
        if (columns.isEmpty()) {
            table.mistake("columns", "has no columns");
        }
        return new Template.Table(of, columns);
    }

    private Block clauses(Entry entry, List<String> onlyWith) {
        var clauses = new ArrayList<Wording>();
        for (var clause : entry.wordings("clauses")) {
            uses.add(use(entry, "clauses", clause, Optional.empty(), onlyWith));
            clauses.add(clause);
        }
        return new Template.NumberedClauses(clauses);
    }

    private Block qr(Entry qr, List<String> onlyWith) {
        var block = new Template.Qr(text(qr, "value", onlyWith), text(qr, "caption", onlyWith));
        qr.close();
        return block;
    }

    private Block signature(Entry line, List<String> onlyWith) {
        var ink = line.text("ink");
        uses.add(new Use.Name(line.place("ink"), line.subject(), ink, Use.Wanted.INK, scope, Set.of(ink)));
        var block = new Template.SignatureLine(text(line, "label", onlyWith), ink, text(line, "date", onlyWith));
        line.close();
        return block;
    }

    private List<String> onlyWith(Entry entry) {
        var names = entry.words("only-with");
        names.forEach(name -> uses.add(new Use.Name(
                entry.place("only-with"), entry.subject(), name, Use.Wanted.ANYTHING, scope, Set.copyOf(names))));
        return names;
    }

    private Wording text(Entry entry, String key, List<String> guarded) {
        var text = entry.wording(key);
        uses.add(use(entry, key, text, Optional.empty(), guarded));
        return text;
    }

    private Use use(Entry entry, String key, Wording text, Optional<String> rows, List<String> guarded) {
        return new Use.Text(entry.place(key), entry.subject(), text, scope, rows, Set.of(), Set.copyOf(guarded));
    }
}
