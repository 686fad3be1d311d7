package banyan.item;

import banyan.item.RuleLanguage.Compilation;
import banyan.item.RuleLanguage.Computed;
import banyan.item.Rules.RuleFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by an item's rules for instant decisions, in the language of all rules. It does nothing but that: the same case comes to the same ruling,
 * and what is not known is never taken for granted. Safe for any thread; a rule is compiled when it is first asked.
 */
public final class InstantJudge {
    private final InstantRules rules;
    private final InstantNames names;
    private final RuleLanguage language;
    private final Map<String, Compilation> compiled = new ConcurrentHashMap<>();

    /** @param rules of this item */
    public InstantJudge(ServiceItem item, InstantRules rules) {
        this.rules = rules;
        this.names = new InstantNames(item, rules);
        this.language = new RuleLanguage(names.types());
    }

    public InstantRules rules() {
        return rules;
    }

    /** Compiles every rule, so that no citizen waits for it; and what is wrong with each that does not compile. */
    public List<RuleFault> faults() {
        var faults = new ArrayList<RuleFault>();
        var used = new HashSet<String>();
        for (var one : rules.rules()) {
            fault(one.rule(), true, used).ifPresent(faults::add);
            one.grounds().forEach(ground -> used(ground, used));
            one.words().ifPresent(words -> used(words, used));
        }
        rules.register().ifPresent(asked -> asked.query().values().forEach(rule -> fault(rule, false, used).ifPresent(faults::add)));
        if (faults.isEmpty()) {
            rules.rules().stream().findFirst().ifPresent(first -> rules.sees().stream()
                    .filter(name -> !used.contains(name))
                    .sorted()
                    .map(name -> new RuleFault(
                            new Place(first.rule().place().file(), 0), "sees '" + name + "', which nothing here needs"))
                    .forEach(faults::add));
        }
        return faults;
    }

    private static void used(Wording wording, Set<String> used) {
        wording.holes().forEach(hole -> used.add(hole.name()));
    }

    private Optional<RuleFault> fault(Rule rule, boolean mustDecide, Set<String> used) {
        return switch (compile(rule)) {
            case Compilation.Refused(var sentence, var line) ->
                Optional.of(new RuleFault(
                        new Place(rule.place().file(), rule.place().line() + line - 1), sentence));
            case Compilation.Ready(var ready) -> {
                used.addAll(ready.names());
                yield mustDecide && !ready.decides()
                        ? Optional.of(new RuleFault(rule.place(), "is no question: it must come to true or false"))
                        : Optional.empty();
            }
        };
    }

    /** What is asked of the register, each as it is sent; empty if one of them cannot be computed. */
    public Optional<Map<String, String>> query(InstantCase of) {
        var asked = new HashMap<String, String>();
        var shown = names.shown(of);
        for (var entry : rules.register().map(InstantRules.Question::query).orElse(Map.of()).entrySet()) {
            if (!(run(entry.getValue(), shown) instanceof Computed.Of(var value))) {
                return Optional.empty();
            }
            asked.put(entry.getKey(), value.toString());
        }
        return Optional.of(Map.copyOf(asked));
    }

    /** What they come to. */
    public Ruling rule(InstantCase of) {
        var shown = names.shown(of);
        for (var one : rules.rules()) {
            var holds = RuleLanguage.decided(run(one.rule(), shown));
            if (holds.isEmpty()) {
                return new Ruling.Person(Ruling.Why.UNKNOWN, Optional.of(one.code()), List.of());
            }
            if (holds.get()) {
                return follows(one, names.values(of));
            }
        }
        return new Ruling.Person(Ruling.Why.NONE, Optional.empty(), List.of());
    }

    /** A sentence that cannot be written whole is a ground that nobody has. */
    private static Ruling follows(InstantRule one, Values values) {
        var grounds = new ArrayList<LocalText>();
        for (var ground : one.grounds()) {
            written(ground, values).ifPresent(grounds::add);
        }
        var words = one.words().flatMap(wording -> written(wording, values));
        if (grounds.size() < one.grounds().size() || words.isPresent() != one.words().isPresent()) {
            return new Ruling.Person(Ruling.Why.UNKNOWN, Optional.of(one.code()), List.of());
        }
        return switch (one.then()) {
            case GRANT -> new Ruling.Decided(one.code(), true, grounds, words);
            case REFUSE -> new Ruling.Decided(one.code(), false, grounds, words);
            case PERSON -> new Ruling.Person(Ruling.Why.RULE, Optional.of(one.code()), grounds);
        };
    }

    private static Optional<LocalText> written(Wording wording, Values values) {
        var texts = new HashMap<Language, String>();
        for (var language : Language.ALL) {
            wording.write(values, language).ifPresent(text -> texts.put(language, text));
        }
        return texts.size() == Language.ALL.size() ? Optional.of(new LocalText(texts)) : Optional.empty();
    }

    private Computed run(Rule rule, Map<String, Object> shown) {
        return switch (compile(rule)) {
            case Compilation.Ready(var ready) -> language.run(ready, shown);
            case Compilation.Refused _ -> new Computed.Nothing();
        };
    }

    private Compilation compile(Rule rule) {
        return compiled.computeIfAbsent(rule.expression(), language::compile);
    }
}
