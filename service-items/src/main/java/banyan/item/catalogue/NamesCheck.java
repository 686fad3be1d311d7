package banyan.item.catalogue;

import banyan.item.Format;
import banyan.item.Provided;
import banyan.item.ServiceItem;
import banyan.item.Template;
import banyan.item.Template.Purpose;
import banyan.item.ValueKind;
import banyan.item.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether every placeholder names a value that somebody provides, in a format that suits it. */
final class NamesCheck {
    private final Function<Use.Scope, Map<String, Provided>> provided;
    private final Mistakes mistakes;

    private NamesCheck(Function<Use.Scope, Map<String, Provided>> provided, Mistakes mistakes) {
        this.provided = provided;
        this.mistakes = mistakes;
    }

    /** Of an item's own files. */
    static void check(ServiceItem item, List<Use> uses, Mistakes mistakes) {
        check(
                uses,
                scope -> switch (scope) {
                    case Use.Scope.Document(var code) ->
                        item.template(code)
                                .map(template -> Provided.of(item, template.purpose()))
                                .orElse(Map.of());
                    case Use.Scope.Sentence _ -> Provided.sentence(item);
                    case Use.Scope.Milestone _ -> Provided.milestone();
                    case Use.Scope.Instant _ ->
                        item.instant().map(rules -> Provided.instant(item, rules)).orElse(Map.of());
                },
                mistakes);
    }

    /** Of templates that every item shares: they can name only what every item has. */
    static void check(Collection<Template> shared, List<Use> uses, Mistakes mistakes) {
        var purposes = new HashMap<String, Purpose>();
        shared.forEach(template -> purposes.put(template.code(), template.purpose()));
        check(
                uses,
                scope -> switch (scope) {
                    case Use.Scope.Document(var code) -> Provided.standard(purposes.getOrDefault(code, Purpose.GUIDE));
                    case Use.Scope.Sentence _, Use.Scope.Milestone _, Use.Scope.Instant _ -> Map.of();
                },
                mistakes);
    }

    private static void check(List<Use> uses, Function<Use.Scope, Map<String, Provided>> provided, Mistakes mistakes) {
        // The same few scopes come up again and again.
        var known = new HashMap<Use.Scope, Map<String, Provided>>();
        var check = new NamesCheck(scope -> known.computeIfAbsent(scope, provided), mistakes);
        for (var use : uses) {
            switch (use) {
                case Use.Text text -> check.text(text);
                case Use.Name name -> check.name(name);
            }
        }
    }

    private void text(Use.Text use) {
        use.wording().holes().stream().distinct().forEach(hole -> hole(use, hole));
    }

    private void hole(Use.Text use, Wording.Hole hole) {
        if (use.extra().contains(hole.name())) {
            return;
        }
        var value = find(use, hole.name());
        if (value.isEmpty()) {
            unknown(use, hole.name());
            return;
        }
        if (!suits(hole.format(), value.get().kind())) {
            mistakes.add(
                    use.place(),
                    "%s: {%s} cannot be written as '%s'"
                            .formatted(use.subject(), hole.name(), hole.format().word()));
        }
        if (!value.get().always()
                && hole.otherwise().isEmpty()
                && !use.guarded().contains(hole.name())) {
            mistakes.add(
                    use.place(),
                    "%s: {%s} is not always there; write {%s|or:…} or say only-with: %s"
                            .formatted(use.subject(), hole.name(), hole.name(), hole.name()));
        }
    }

    private Optional<Provided> find(Use.Text use, String name) {
        if (!name.startsWith("row.")) {
            return Optional.ofNullable(names(use).get(name));
        }
        var rows = use.rows().map(of -> names(use).get(of));
        return rows.isPresent() && rows.get().kind() instanceof ValueKind.Rows(var columns)
                ? Optional.ofNullable(columns.get(name.substring("row.".length())))
                        .map(kind -> new Provided(kind, true))
                : Optional.empty();
    }

    private Map<String, Provided> names(Use use) {
        return provided.apply(use.scope());
    }

    private void name(Use.Name use) {
        var value = names(use).get(use.name());
        if (value == null) {
            unknown(use, use.name());
            return;
        }
        boolean wanted = switch (use.wanted()) {
            case ANYTHING -> true;
            case ROWS -> value.kind() instanceof ValueKind.Rows;
            case INK -> value.kind() instanceof ValueKind.Ink;
        };
        if (!wanted) {
            mistakes.add(
                    use.place(),
                    "%s: '%s' is no %s"
                            .formatted(
                                    use.subject(),
                                    use.name(),
                                    use.wanted() == Use.Wanted.ROWS ? "list of rows" : "signature"));
        }
        if (!value.always() && !use.guarded().contains(use.name())) {
            mistakes.add(
                    use.place(),
                    "%s: '%s' is not always there; say only-with: %s".formatted(use.subject(), use.name(), use.name()));
        }
    }

    private void unknown(Use use, String name) {
        var hint = Words.nearest(name, names(use).keySet())
                .map(near -> "; is it '" + near + "'?")
                .orElse("");
        mistakes.add(use.place(), "%s: nobody provides '%s'%s".formatted(use.subject(), name, hint));
    }

    private static boolean suits(Format format, ValueKind kind) {
        return switch (format) {
            case PLAIN -> !(kind instanceof ValueKind.Rows || kind instanceof ValueKind.Ink);
            case DATE, DATE_WITH_WEEKDAY, DAY -> kind instanceof ValueKind.Date || kind instanceof ValueKind.Moment;
            case MONTH ->
                kind instanceof ValueKind.Month || kind instanceof ValueKind.Date || kind instanceof ValueKind.Moment;
            case TIME, MOMENT -> kind instanceof ValueKind.Moment;
            case MONEY, AMOUNT -> kind instanceof ValueKind.Money || kind instanceof ValueKind.Count;
            case GROUPS_OF_FOUR, LAST_FOUR, MASK_NAME, MASK_ID, MASK_PHONE, MASK_CARD, MASK_ADDRESS ->
                kind instanceof ValueKind.Text;
        };
    }
}
