package banyan.item;

import banyan.item.RuleLanguage.Compilation;
import banyan.item.RuleLanguage.Compiled;
import banyan.item.RuleLanguage.Computed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The rules of one item. Making one costs nothing; a rule is compiled when it is first asked, or by {@link #warm} on a thread
 * that has time. Safe for any thread.
 */
public final class Rules {
    private final ServiceItem item;
    private final RuleNames names;
    private final Map<Optional<RuleLanguage.Type>, RuleLanguage> languages = new ConcurrentHashMap<>();
    private final Map<Key, Compilation> compiled = new ConcurrentHashMap<>();

    /** A rule is compiled anew for each type that {@code value} has in it; empty where it may not be named. */
    private record Key(String expression, Optional<RuleLanguage.Type> value) {}

    public Rules(ServiceItem item) {
        this.item = item;
        this.names = new RuleNames(item);
    }

    /** Compiles every rule of the item, so that no citizen waits for it. */
    public void warm() {
        faults();
    }

    /** What is wrong with each rule that does not compile, in no particular order. */
    public List<RuleFault> faults() {
        return Stream.concat(deciding(), computing()).flatMap(Optional::stream).toList();
    }

    /**
     * What is wrong with one rule.
     *
     * @param sentence what is wrong, for the author of the package
     */
    public record RuleFault(Place place, String sentence) {}

    private Stream<Optional<RuleFault>> deciding() {
        var conditions = item.conditions().stream().map(condition -> fault(condition.rule(), Optional.empty(), true));
        var visibility = item.fields()
                .flatMap(field -> field.visibleWhen().stream())
                .map(rule -> fault(rule, Optional.empty(), true));
        var checks = item.fields().flatMap(field -> byRule(field).map(check -> fault(check.rule(), of(field), true)));
        return Stream.of(conditions, visibility, checks).flatMap(rules -> rules);
    }

    private Stream<Optional<RuleFault>> computing() {
        var query = item.query().values().stream().map(rule -> fault(rule, Optional.empty(), false));
        var arguments = item.fields()
                .flatMap(field -> byRule(field)
                        .flatMap(check -> check.with().values().stream())
                        .map(rule -> fault(rule, of(field), false)));
        return Stream.concat(query, arguments);
    }

    private static Optional<RuleLanguage.Type> of(Field field) {
        return Optional.of(RuleNames.type(field));
    }

    private static Stream<Check.ByRule> byRule(Field field) {
        return field.checks().stream().filter(Check.ByRule.class::isInstance).map(Check.ByRule.class::cast);
    }

    private Optional<RuleFault> fault(Rule rule, Optional<RuleLanguage.Type> value, boolean mustDecide) {
        return switch (compile(rule, value)) {
            case Compilation.Refused(var sentence, var line) ->
                Optional.of(new RuleFault(
                        new Place(rule.place().file(), rule.place().line() + line - 1), sentence));
            case Compilation.Ready(var ready) ->
                mustDecide && !ready.decides()
                        ? Optional.of(new RuleFault(rule.place(), "is no question: it must come to true or false"))
                        : Optional.empty();
        };
    }

    /** Whether the rule holds; what is not known makes it unknown, never true. */
    public Verdict decide(Rule rule, Situation situation) {
        return verdict(run(rule, Optional.empty(), names.in(situation)));
    }

    /** Whether the rule holds of a field's value, which it calls {@code value}. */
    Verdict decide(Rule rule, Situation situation, Field field, String value) {
        return verdict(run(rule, of(field), names.in(situation, field, value)));
    }

    private static Verdict verdict(Computed computed) {
        return RuleLanguage.decided(computed)
                .map(yes -> yes ? Verdict.TRUE : Verdict.FALSE)
                .orElse(Verdict.UNKNOWN);
    }

    /** A number or a word for a sentence. */
    Optional<Value> compute(Rule rule, Situation situation, Field field, String value) {
        return value(run(rule, of(field), names.in(situation, field, value)));
    }

    /** What is asked of the centre, each as it is sent; empty if one of them cannot be computed from what is known. */
    public Optional<Map<String, String>> query(Situation situation) {
        var asked = new HashMap<String, String>();
        for (var entry : item.query().entrySet()) {
            if (!(run(entry.getValue(), Optional.empty(), names.in(situation)) instanceof Computed.Of(var value))) {
                return Optional.empty();
            }
            asked.put(entry.getKey(), value.toString());
        }
        return Optional.of(Map.copyOf(asked));
    }

    /** How a condition stands, with what was found in the citizen's language. */
    public ConditionState state(Condition condition, Situation situation, Language language) {
        return switch (decide(condition.rule(), situation)) {
            case TRUE ->
                condition
                        .found()
                        .write(DocumentValues.of(item, situation), language)
                        .<ConditionState>map(ConditionState.Found::new)
                        .orElse(new ConditionState.Unknown());
            case FALSE -> new ConditionState.NotFound();
            case UNKNOWN ->
                everythingAsked(condition.rule(), situation)
                        ? new ConditionState.NotFound()
                        : new ConditionState.Unknown();
        };
    }

    /** Whether all that the rule needs was asked, so that what is missing is known not to be there. */
    private boolean everythingAsked(Rule rule, Situation situation) {
        if (!(compile(rule, Optional.empty()) instanceof Compilation.Ready(var ready))) {
            return false;
        }
        return ready.names().stream().allMatch(name -> {
            if (name.startsWith("facts.")) {
                return !(situation.facts().get(name.substring("facts.".length())) instanceof Fact.Unknown);
            }
            return !name.startsWith("applicant.") || situation.applicant().isPresent();
        });
    }

    private Computed run(Rule rule, Optional<RuleLanguage.Type> value, Map<String, Object> values) {
        return switch (compile(rule, value)) {
            case Compilation.Ready(Compiled ready) -> language(value).run(ready, values);
            case Compilation.Refused _ -> new Computed.Nothing();
        };
    }

    private Compilation compile(Rule rule, Optional<RuleLanguage.Type> value) {
        return compiled.computeIfAbsent(
                new Key(rule.expression(), value), key -> language(value).compile(key.expression()));
    }

    private RuleLanguage language(Optional<RuleLanguage.Type> value) {
        return languages.computeIfAbsent(value, type -> new RuleLanguage(names.types(type)));
    }

    /** A computed month is a month again, so that a sentence writes it as one. */
    private static Optional<Value> value(Computed computed) {
        if (!(computed instanceof Computed.Of(var plain))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (plain) {
                    case Long number -> Value.Decimal.of(number);
                    case Double number -> new Value.Decimal(BigDecimal.valueOf(number));
                    case Boolean yes -> new Value.Flag(yes);
                    default -> text(plain.toString());
                });
    }

    private static Value text(String text) {
        if (text.matches("[0-9]{4}-[0-9]{2}")) {
            try {
                return new Value.Month(YearMonth.parse(text));
            } catch (DateTimeException _) {
                return new Value.Text(text);
            }
        }
        return new Value.Text(text);
    }
}
