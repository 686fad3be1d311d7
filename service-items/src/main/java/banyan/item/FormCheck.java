package banyan.item;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges answers, at the terminal while they are given and at the centre again when they arrive. For each field the first thing
 * that is wrong is said, with the exact cure. Safe for any thread.
 */
public final class FormCheck {
    private final ServiceItem item;
    private final Rules rules;

    public FormCheck(ServiceItem item, Rules rules) {
        this.item = item;
        this.rules = rules;
    }

    /** Whether the field is asked at all. A field whose rule is unknown is not. */
    public boolean visible(Field field, Situation situation) {
        return field.visibleWhen()
                .map(rule -> rules.decide(rule, situation).holds())
                .orElse(true);
    }

    /** What the page of this group has to say, field by field from the top. */
    public List<FieldProblem> check(FormGroup group, Situation situation, Language language) {
        return group.fields().stream()
                .flatMap(field -> check(field, situation, language).stream())
                .toList();
    }

    /** The whole form. */
    public List<FieldProblem> check(Situation situation, Language language) {
        return item.form().stream()
                .flatMap(group -> check(group, situation, language).stream())
                .toList();
    }

    /** What is wrong with one field, if anything is. */
    public Optional<FieldProblem> check(Field field, Situation situation, Language language) {
        if (!visible(field, situation)) {
            return Optional.empty();
        }
        var value = situation.answers().getOrDefault(field.code(), "");
        if (value.isBlank()) {
            return empty(field, language);
        }
        return kind(field, value, language).or(() -> checks(field, value, situation, language));
    }

    /** The answers that belong to the request: of fields that are asked, and of no others. */
    public Map<String, String> asked(Situation situation) {
        return item.fields()
                .filter(field ->
                        !situation.answers().getOrDefault(field.code(), "").isBlank())
                .filter(field -> visible(field, situation))
                .collect(Collectors.toMap(
                        Field::code, field -> situation.answers().getOrDefault(field.code(), "")));
    }

    /** What is said of values that are not of their kind, by key; its places are in braces. */
    public static Map<String, LocalText> sentences() {
        var kinds = Set.of("digits", "phone-cn", "id-number-cn", "bank-card", "money");
        return Sentences.all().entrySet().stream()
                .filter(sentence -> kinds.contains(sentence.getKey().replaceFirst("[.].*", "")))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Codes of answers that belong to no asked field; a terminal never sends one. */
    public Set<String> strangers(Situation situation) {
        var asked = asked(situation).keySet();
        return situation.answers().keySet().stream()
                .filter(code -> !asked.contains(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What can be filled in for the citizen, from the best source that has it. A value without a source is not prefilled. */
    public Map<String, Prefilled> prefill(Situation situation) {
        var filled = new HashMap<String, Prefilled>();
        item.fields()
                .forEach(field -> field.prefill().stream()
                        .flatMap(name -> prefill(name, situation).stream())
                        .findFirst()
                        .ifPresent(value -> filled.put(field.code(), value)));
        return Map.copyOf(filled);
    }

    private static Optional<Prefilled> prefill(ValueName name, Situation situation) {
        if (name.isFact()) {
            return situation.facts().get(name.key()) instanceof Fact.Known known
                    ? kept(known.value()).map(value -> new Prefilled(value, known.source()))
                    : Optional.empty();
        }
        return situation
                .applicant()
                .flatMap(applicant -> applicant.values(situation.today()).get(name.name()))
                .flatMap(FormCheck::kept)
                .map(value -> new Prefilled(value, Source.ID_CARD));
    }

    /** A value in the form in which a field keeps it. */
    private static Optional<String> kept(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(text.text()).filter(kept -> !kept.isBlank());
            case Value.Decimal(var number) -> Optional.of(number.toPlainString());
            case Value.Flag(var yes) -> Optional.of(Boolean.toString(yes));
            case Value.Date(var date) -> Optional.of(date.toString());
            case Value.Month(var month) -> Optional.of(month.toString());
            case Value.Moment _, Value.Localised _, Value.Rows _, Value.Ink _ -> Optional.empty();
        };
    }

    private static Optional<FieldProblem> empty(Field field, Language language) {
        if (!field.required()) {
            return Optional.empty();
        }
        var key = switch (field.kind()) {
            case FieldKind.Choice _ -> "empty.choice";
            case FieldKind.Tick _ -> "empty.tick";
            case FieldKind.Digits _,
                    FieldKind.IdNumber _,
                    FieldKind.Phone _,
                    FieldKind.Month _,
                    FieldKind.Date _,
                    FieldKind.Text _,
                    FieldKind.Money _ -> "empty";
        };
        return field.whenEmpty()
                .map(own -> new FieldProblem(field.code(), field.code() + ".empty", Map.of(), own.in(language)))
                .or(() -> said(field, KindCheck.Found.of(key), language));
    }

    private static Optional<FieldProblem> kind(Field field, String value, Language language) {
        var found = switch (field.kind()) {
            case FieldKind.Choice choice ->
                KindCheck.unless(choice.option(value).isPresent(), "choice.unknown");
            case FieldKind.Tick _ -> tick(field, value);
            case FieldKind.Digits digits -> KindCheck.digits(value, digits);
            case FieldKind.IdNumber _ -> KindCheck.idNumber(value);
            case FieldKind.Phone _ -> KindCheck.phone(value);
            case FieldKind.Month _ -> KindCheck.unless(isMonth(value), "month.unclear");
            case FieldKind.Date _ -> KindCheck.unless(isDate(value), "date.unclear");
            case FieldKind.Text text -> KindCheck.text(value, text);
            case FieldKind.Money _ -> KindCheck.unless(value.matches("[0-9]{1,12}(\\.[0-9]{1,2})?"), "money.unclear");
        };
        return found.flatMap(what -> said(field, what, language));
    }

    /** A tick that must be set is as good as empty while it is not. */
    private static Optional<KindCheck.Found> tick(Field field, String value) {
        return switch (value) {
            case "true" -> Optional.empty();
            case "false" -> KindCheck.unless(!field.required(), "empty.tick");
            default -> KindCheck.unless(false, "tick.unknown");
        };
    }

    private Optional<FieldProblem> checks(Field field, String value, Situation situation, Language language) {
        int number = 0;
        for (var check : field.checks()) {
            number++;
            var key = field.code() + ".check" + number;
            Optional<FieldProblem> problem = switch (check) {
                case Check.BuiltIn(var known) ->
                    KindCheck.known(known, value).flatMap(found -> said(field, found, language));
                case Check.BySchema schema ->
                    JsonSchemas.fits(schema.json(), value)
                            ? Optional.empty()
                            : sentence(field, key, schema.say(), Values.NONE, situation, language);
                case Check.ByRule rule ->
                    rules.decide(rule.rule(), situation, field, value) == Verdict.FALSE
                            ? sentence(
                                    field,
                                    key,
                                    rule.say(),
                                    arguments(rule, field, value, situation),
                                    situation,
                                    language)
                            : Optional.empty();
            };
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Values arguments(Check.ByRule check, Field field, String value, Situation situation) {
        var arguments = Values.NONE;
        for (var entry : check.with().entrySet()) {
            var computed = rules.compute(entry.getValue(), situation, field, value);
            if (computed.isPresent()) {
                arguments = arguments.with(entry.getKey(), computed.get());
            }
        }
        return arguments;
    }

    private Optional<FieldProblem> sentence(
            Field field, String key, Wording say, Values arguments, Situation situation, Language language) {
        var values = DocumentValues.of(item, situation).with(arguments);
        // A sentence whose numbers cannot be had still has to name the field that needs a look.
        var sentence = say.write(values, language)
                .orElseGet(() -> Sentences.text("look-again").in(language));
        var written = arguments.byName().entrySet().stream()
                .flatMap(entry -> Format.PLAIN.write(entry.getValue(), language).stream()
                        .map(text -> Map.entry(entry.getKey(), text)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return Optional.of(new FieldProblem(field.code(), key, written, sentence));
    }

    private static Optional<FieldProblem> said(Field field, KindCheck.Found found, Language language) {
        var sentence = Sentences.text(found.key()).in(language);
        for (var number : found.numbers().entrySet()) {
            sentence = sentence.replace("{" + number.getKey() + "}", number.getValue());
        }
        return Optional.of(new FieldProblem(field.code(), found.key(), found.numbers(), sentence));
    }

    private static boolean isMonth(String value) {
        try {
            return YearMonth.parse(value).toString().equals(value);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
