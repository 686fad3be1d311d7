package banyan.item.catalogue;

import banyan.item.InstantRule;
import banyan.item.InstantRule.Then;
import banyan.item.InstantRules;
import banyan.item.Rule;
import banyan.item.ValueKind;
import banyan.item.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code decision.yaml}: by which rules the item is decided at once. */
final class InstantReader {
    private static final int MOST_RULES = 40;
    private static final Map<String, Then> THEN = ItemReader.words(Then.values());

    private final Entry file;
    private final List<Use> uses;
    private final Set<String> codes = new HashSet<>();

    private InstantReader(Entry file, List<Use> uses) {
        this.file = file;
        this.uses = uses;
    }

    static InstantRules read(Entry file, List<Use> uses) {
        var rules = new InstantReader(file, uses).rules();
        file.close();
        return rules;
    }

    private InstantRules rules() {
        var version = file.code("version", Shapes.VERSION, "1.0.0");
        var sees = new LinkedHashSet<String>();
        for (var name : file.words("sees")) {
            if (!sees.add(name)) {
                file.mistake("sees", "sees '" + name + "' twice");
            }
        }
        var register = file.entry("register", "register").map(InstantReader::question);
        var rules = new ArrayList<InstantRule>();
        file.entries("rules", "rule").forEach(entry -> rules.add(rule(entry)));
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            file.mistake("rules", "needs 1 to " + MOST_RULES + " rules");
        }
        return new InstantRules(version, sees, register, rules);
    }

    private static InstantRules.Question question(Entry entry) {
        var query = new HashMap<String, Rule>();
        entry.entry("query", "query")
                .ifPresent(all -> all.keys().forEach(name -> all.rule(name).ifPresent(rule -> query.put(name, rule))));
        Map<String, ValueKind> result =
                entry.entry("result", "result").map(KindReader::columns).orElse(Map.of());
        if (result.isEmpty()) {
            entry.mistake("result", "needs a result: what the register answers");
        }
        entry.close();
        return new InstantRules.Question(query, result);
    }

    private InstantRule rule(Entry entry) {
        var code = entry.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
        entry.call("rule '" + code + "'");
        if (!codes.add(code)) {
            entry.mistake("code", "is there twice");
        }
        entry.text("rule");
        var rule = entry.rule("rule").orElse(new Rule("false", entry.place()));
        // Whoever forgets what follows has not said that anything is granted.
        var then = entry.needed("then", THEN, Then.PERSON);
        var grounds = entry.wordings("grounds");
        if (grounds.isEmpty()) {
            entry.mistake("grounds", "needs at least one sentence of what was found as grounds");
        }
        grounds.forEach(ground -> use(entry, "grounds", ground));
        Optional<Wording> words = entry.has("words") ? Optional.of(entry.wording("words")) : Optional.empty();
        words.ifPresent(wording -> use(entry, "words", wording));
        if (then == Then.PERSON && words.isPresent()) {
            entry.mistake("words", "has words for a document, but a person decides and writes it");
        }
        entry.close();
        return new InstantRule(code, rule, grounds, then, words);
    }

    /** Where one of its values is missing the sentence is not said, and a person decides. */
    private void use(Entry entry, String key, Wording wording) {
        var named = wording.holes().stream().map(Wording.Hole::name).collect(Collectors.toSet());
        uses.add(new Use.Text(
                entry.place(key),
                entry.subject(),
                wording,
                new Use.Scope.Instant(),
                Optional.empty(),
                Set.of(),
                named));
    }
}
