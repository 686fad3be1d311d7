package banyan.item;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that the rules of one item may use, with their types, and what they stand for in one situation. */
final class RuleNames {
    private static final String VALUE = "value";

    private final ServiceItem item;
    private final Map<String, RuleLanguage.Type> types;

    RuleNames(ServiceItem item) {
        this.item = item;
        var names = new HashMap<String, RuleLanguage.Type>(Map.of(
                "applicant.name", RuleLanguage.Type.TEXT,
                "applicant.number", RuleLanguage.Type.TEXT,
                "applicant.address", RuleLanguage.Type.TEXT,
                "applicant.birth", RuleLanguage.Type.TEXT,
                "applicant.sex", RuleLanguage.Type.TEXT,
                "applicant.age", RuleLanguage.Type.NUMBER,
                "today", RuleLanguage.Type.TEXT,
                "thisMonth", RuleLanguage.Type.TEXT));
        item.fields().forEach(field -> names.put("answers." + field.code(), type(field)));
        item.facts().values().forEach(fact -> names.put("facts." + fact.key(), type(fact.kind())));
        types = Map.copyOf(names);
    }

    /**
     * All names with their types.
     *
     * @param value the type of the field whose check it is; empty for a rule that is about no field
     */
    Map<String, RuleLanguage.Type> types(Optional<RuleLanguage.Type> value) {
        var names = new HashMap<>(types);
        value.ifPresent(type -> names.put(VALUE, type));
        return names;
    }

    Map<String, Object> in(Situation situation, Field field, String value) {
        var names = in(situation);
        answer(field, value).ifPresent(typed -> names.put(VALUE, typed));
        return names;
    }

    /** A name without a value is left out, and a rule that needs it is unknown. */
    Map<String, Object> in(Situation situation) {
        var names = new HashMap<String, Object>();
        DocumentValues.of(situation).byName().forEach((name, value) -> {
            var type = types.get(name);
            if (type != null) {
                plain(value, type).ifPresent(plain -> names.put(name, plain));
            }
        });
        item.fields().forEach(field -> {
            var answer = situation.answers().getOrDefault(field.code(), "");
            if (!answer.isBlank()) {
                answer(field, answer).ifPresent(typed -> names.put("answers." + field.code(), typed));
            }
        });
        return names;
    }

    static RuleLanguage.Type type(Field field) {
        return switch (field.kind()) {
            case FieldKind.Tick _ -> RuleLanguage.Type.YES_NO;
            case FieldKind.Money _ -> RuleLanguage.Type.SUM;
            case FieldKind.Choice _,
                    FieldKind.Digits _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Month _,
                    FieldKind.Date _,
                    FieldKind.Text _ -> RuleLanguage.Type.TEXT;
        };
    }

    static RuleLanguage.Type type(ValueKind kind) {
        return switch (kind) {
            case ValueKind.Count _ -> RuleLanguage.Type.NUMBER;
            case ValueKind.Money _ -> RuleLanguage.Type.SUM;
            case ValueKind.YesNo _ -> RuleLanguage.Type.YES_NO;
            case ValueKind.Text _,
                    ValueKind.Date _,
                    ValueKind.Month _,
                    ValueKind.Moment _,
                    ValueKind.Word _,
                    ValueKind.Rows _,
                    ValueKind.Ink _ -> RuleLanguage.Type.TEXT;
        };
    }

    /** A choice is its code and not its label: rules speak no language. */
    private static Optional<Object> answer(Field field, String kept) {
        return field.kind() instanceof FieldKind.Choice
                ? Optional.of(kept)
                : field.value(kept).flatMap(value -> plain(value, type(field)));
    }

    static Optional<Object> plain(Value value, RuleLanguage.Type type) {
        return switch (value) {
            case Value.Text text -> Optional.of(text.text());
            case Value.Decimal(var number) -> Optional.of(number(number, type));
            case Value.Flag(var yes) -> Optional.of(yes);
            case Value.Date(var date) -> Optional.of(date.toString());
            case Value.Month(var month) -> Optional.of(month.toString());
            case Value.Moment(var at) -> Optional.of(at.toString());
            case Value.Localised _, Value.Rows _, Value.Ink _ -> Optional.empty();
        };
    }

    private static Object number(BigDecimal number, RuleLanguage.Type type) {
        return type == RuleLanguage.Type.NUMBER ? (Object) number.longValue() : (Object) number.doubleValue();
    }
}
