package banyan.item;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that the rules of an instant decision may see, with their types, and what they stand for in one case. */
public final class InstantNames {
    /** The material that a fingertip laid on the pad is. */
    public static final String FINGERPRINT = "fingerprint";

    private static final ValueKind TEXT = new ValueKind.Text(Mask.NONE);

    private final ServiceItem item;
    private final InstantRules rules;
    private final RuleNames names;

    InstantNames(ServiceItem item, InstantRules rules) {
        this.item = item;
        this.rules = rules;
        this.names = new RuleNames(item);
    }

    /** All that could be seen, of which a package lists what it needs: neither name nor number nor address is among it. */
    public static Map<String, ValueKind> all(ServiceItem item, Optional<InstantRules.Question> register) {
        var all = new HashMap<String, ValueKind>();
        all.put("today", new ValueKind.Date());
        all.put("thisMonth", new ValueKind.Month());
        all.put("applicant.age", new ValueKind.Count());
        all.put("applicant.region", TEXT);
        all.put("applicant.identification", TEXT);
        item.fields().forEach(field -> all.put("answers." + field.code(), Provided.kind(field)));
        item.facts().values().forEach(fact -> all.put("facts." + fact.key(), fact.kind()));
        register.ifPresent(question -> question.result().forEach((name, kind) -> all.put("register." + name, kind)));
        item.materials().forEach(material -> {
            all.put("materials." + material.code(), new ValueKind.YesNo());
            all.put("trust." + material.code(), TEXT);
        });
        for (var step : item.steps()) {
            if (step instanceof Step.Sign(var documents)) {
                // A hyphen would be a minus in a rule.
                documents.stream()
                        .filter(document -> document.indexOf('-') < 0)
                        .forEach(document -> all.put("materials." + document, new ValueKind.YesNo()));
            } else if (step instanceof Step.Fingerprint) {
                all.put("materials." + FINGERPRINT, new ValueKind.YesNo());
            }
        }
        return all;
    }

    Map<String, RuleLanguage.Type> types() {
        var types = new HashMap<String, RuleLanguage.Type>();
        all(item, rules.register()).forEach((name, kind) -> {
            if (rules.sees().contains(name)) {
                types.put(name, RuleNames.type(kind));
            }
        });
        return types;
    }

    /** What a rule is shown: a choice is its code here. */
    Map<String, Object> shown(InstantCase of) {
        var types = types();
        var shown = names.in(of.situation());
        values(of).byName().forEach((name, value) -> {
            var type = types.get(name);
            if (type != null && !shown.containsKey(name)) {
                RuleNames.plain(value, type).ifPresent(plain -> shown.put(name, plain));
            }
        });
        shown.keySet().retainAll(types.keySet());
        return shown;
    }

    /** What a sentence may name. */
    Values values(InstantCase of) {
        var values = DocumentValues.of(item, of.situation()).with(of.register());
        values = values.with("applicant.identification", of.identification());
        var region = of.situation().applicant().map(Applicant::number).filter(number -> number.length() >= 6);
        if (region.isPresent()) {
            values = values.with("applicant.region", region.get().substring(0, 6));
        }
        for (var material : of.present().entrySet()) {
            values = values.with("materials." + material.getKey(), new Value.Flag(material.getValue()));
        }
        for (var material : of.trust().entrySet()) {
            values = values.with("trust." + material.getKey(), material.getValue());
        }
        var seen = new HashMap<>(values.byName());
        seen.keySet().retainAll(rules.sees());
        return new Values(seen);
    }
}
