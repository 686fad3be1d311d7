package banyan.item;

import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.Filling.Missing;
import banyan.item.Filling.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** One filling of one template; it collects every missing value before it gives up. */
final class TemplateFiller {
    private static final String[] CHINESE = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final Template template;
    private final Values values;
    private final Language language;
    private final SequencedSet<Missing> missing = new LinkedHashSet<>();

    TemplateFiller(Template template, Values values, Language language) {
        this.template = template;
        this.values = values;
        this.language = language;
    }

    Filling fill() {
        var blocks = new ArrayList<FilledDocument.Block>();
        for (var part : template.parts()) {
            if (has(part.onlyWith())) {
                blocks.add(block(part.block()));
            }
        }
        if (!missing.isEmpty()) {
            return new Filling.Incomplete(List.copyOf(missing));
        }
        var title = template.title().in(language);
        return new Filling.Filled(new FilledDocument(template.code(), language, template.paper(), title, blocks));
    }

    private boolean has(List<String> names) {
        return names.stream().allMatch(name -> values.get(name).isPresent());
    }

    private FilledDocument.Block block(Template.Block block) {
        return switch (block) {
            case Template.Title(var text) -> new FilledDocument.Title(rich(text, values));
            case Template.Subtitle(var text) -> new FilledDocument.Subtitle(rich(text, values));
            case Template.Paragraph(var text) -> new FilledDocument.Paragraph(rich(text, values));
            case Template.KeyValues(var rows) -> keyValues(rows);
            case Template.Table table -> table(table);
            case Template.NumberedClauses(var clauses) -> clauses(clauses);
            case Template.Qr(var value, var caption) ->
                new FilledDocument.Qr(rich(value, values).plain(), rich(caption, values));
            case Template.Seal(var text) ->
                new FilledDocument.Seal(rich(text, values).plain());
            case Template.SignatureLine line -> signature(line);
            case Template.Spacer(var millimetres) -> new FilledDocument.Spacer(millimetres);
            case Template.PageNumbers(var pattern) -> new FilledDocument.PageNumbers(pattern.in(language));
            case Template.Note(var text) -> new FilledDocument.Note(rich(text, values));
        };
    }

    private FilledDocument.Block keyValues(List<Template.KeyValues.Row> rows) {
        return new FilledDocument.KeyValues(rows.stream()
                .filter(row -> has(row.onlyWith()))
                .map(row -> new FilledDocument.KeyValues.Row(rich(row.label(), values), rich(row.value(), values)))
                .toList());
    }

    private FilledDocument.Block table(Template.Table table) {
        var columns = table.columns().stream()
                .map(column ->
                        new FilledDocument.Table.Column(rich(column.heading(), values), column.width(), column.align()))
                .toList();
        return new FilledDocument.Table(columns, rows(table));
    }

    private List<List<Rich>> rows(Template.Table table) {
        var value = values.get(table.rows());
        if (value.isEmpty()) {
            missing.add(new Missing(table.rows(), Reason.NOT_GIVEN));
            return List.of();
        }
        if (!(value.get() instanceof Value.Rows(var rows))) {
            missing.add(new Missing(table.rows(), Reason.FORMAT_DOES_NOT_FIT));
            return List.of();
        }
        return rows.stream()
                .map(row -> {
                    var inRow = values.with(prefixed(row));
                    return table.columns().stream()
                            .map(column -> rich(column.text(), inRow))
                            .toList();
                })
                .toList();
    }

    private static Values prefixed(Values row) {
        var named = Values.NONE;
        for (var entry : row.byName().entrySet()) {
            named = named.with("row." + entry.getKey(), entry.getValue());
        }
        return named;
    }

    private FilledDocument.Block clauses(List<Wording> clauses) {
        var numbered = new ArrayList<FilledDocument.NumberedClauses.Clause>();
        for (var clause : clauses) {
            numbered.add(new FilledDocument.NumberedClauses.Clause(number(numbered.size() + 1), rich(clause, values)));
        }
        return new FilledDocument.NumberedClauses(numbered);
    }

    private String number(int number) {
        return switch (language) {
            case ZH_CN -> chinese(number) + "、";
            case EN -> number + ".";
        };
    }

    /** Up to 99, which is more clauses than anybody signs. */
    private static String chinese(int number) {
        if (number <= 10) {
            return CHINESE[number];
        }
        var tens = number < 20 ? "十" : CHINESE[number / 10] + "十";
        return number % 10 == 0 ? tens : tens + CHINESE[number % 10];
    }

    private FilledDocument.Block signature(Template.SignatureLine line) {
        Optional<Value.Ink> ink =
                values.get(line.ink()).filter(Value.Ink.class::isInstance).map(Value.Ink.class::cast);
        return new FilledDocument.SignatureLine(rich(line.label(), values), ink, rich(line.date(), values));
    }

    private Rich rich(Wording wording, Values scope) {
        var runs = new ArrayList<Run>();
        for (var piece : wording.in(language)) {
            runs.add(
                    switch (piece) {
                        case Wording.Literal(var text, var bold) -> new Run(text, bold, Mask.NONE);
                        case Wording.Hole hole -> run(hole, scope);
                    });
        }
        return new Rich(runs);
    }

    private Run run(Wording.Hole hole, Values scope) {
        var value = scope.get(hole.name());
        if (value.isEmpty()) {
            return otherwise(hole, Reason.NOT_GIVEN);
        }
        var written = hole.format().write(value.get(), language);
        if (written.isEmpty()) {
            return otherwise(hole, Reason.FORMAT_DOES_NOT_FIT);
        }
        if (written.get().isBlank()) {
            return otherwise(hole, Reason.EMPTY);
        }
        var mask = value.get() instanceof Value.Text text && !hole.format().covers() ? text.mask() : Mask.NONE;
        return new Run(written.get(), hole.bold(), mask);
    }

    private Run otherwise(Wording.Hole hole, Reason reason) {
        if (reason != Reason.FORMAT_DOES_NOT_FIT && hole.otherwise().isPresent()) {
            return new Run(hole.otherwise().get(), hole.bold(), Mask.NONE);
        }
        missing.add(new Missing(hole.name(), reason));
        return new Run("", hole.bold(), Mask.NONE);
    }
}
