package banyan.item;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which values a document of a purpose can name, so that a package can be checked before anybody prints it. The counterpart of
 * {@link DocumentValues}, which makes them.
 *
 * @param kind of the value
 * @param always false where a template must be ready to do without it
 */
public record Provided(ValueKind kind, boolean always) {
    private static final ValueKind TEXT = new ValueKind.Text(Mask.NONE);

    private static Provided always(ValueKind kind) {
        return new Provided(kind, true);
    }

    private static Provided perhaps(ValueKind kind) {
        return new Provided(kind, false);
    }

    /** What every item's document of this purpose can name. */
    public static Map<String, Provided> standard(Template.Purpose purpose) {
        var names = new HashMap<String, Provided>();
        item(names);
        names.put("terminal.number", always(TEXT));
        names.put("terminal.place", always(TEXT));
        names.put("at", always(new ValueKind.Moment()));
        switch (purpose) {
            case GUIDE -> guide(names);
            case SIGN -> {
                applicant(names);
                names.put("signature", perhaps(new ValueKind.Ink()));
            }
            case RECEIPT -> {
                applicant(names);
                papers(names);
                names.put("deposit.words", perhaps(TEXT));
                names.put("receipt.code", perhaps(TEXT));
                names.put("receipt.lookup", always(TEXT));
                receipt(names);
            }
            case KEPT -> {
                applicant(names);
                papers(names);
                names.put("deposit.words", perhaps(TEXT));
                names.put("kept.number", always(TEXT));
                names.put("kept.code", always(TEXT));
                names.put("kept.lookup", always(TEXT));
                names.put("kept.at", always(new ValueKind.Moment()));
            }
            case SUPPLEMENT_RECEIPT -> {
                papers(names);
                names.put("receipt.code", perhaps(TEXT));
                names.put("receipt.lookup", always(TEXT));
                receipt(names);
            }
            case SUPPLEMENT_KEPT -> {
                papers(names);
                names.put("kept.number", always(TEXT));
                names.put("kept.code", always(TEXT));
                names.put("kept.lookup", always(TEXT));
                names.put("kept.at", always(new ValueKind.Moment()));
            }
            case DRAFT -> {
                names.put("draft.code", always(TEXT));
                names.put("draft.qr", always(TEXT));
                names.put("draft.at", always(new ValueKind.Moment()));
            }
            case CERTIFICATE -> {
                applicant(names);
                certificate(names);
            }
            case RESULT -> {
                applicant(names);
                certificate(names);
                names.put("decision.case", always(TEXT));
                names.put("decision.title", always(TEXT));
                names.put("decision.on", always(new ValueKind.Date()));
                names.put("decision.office", always(TEXT));
                names.put("decision.grounds", perhaps(TEXT));
                names.put("decision.words", perhaps(TEXT));
                names.put("decision.rules", perhaps(TEXT));
            }
        }
        return names;
    }

    private static void certificate(Map<String, Provided> names) {
        names.put("certificate.number", always(TEXT));
        names.put("certificate.code", always(TEXT));
        names.put("certificate.url", always(TEXT));
        names.put("certificate.issuedAt", always(new ValueKind.Moment()));
    }

    /** What this item's own document of this purpose can name: besides the standard ones its answers, facts and result. */
    public static Map<String, Provided> of(ServiceItem item, Template.Purpose purpose) {
        var names = new HashMap<>(standard(purpose));
        if (says(purpose)) {
            names.putAll(known(item));
        }
        if (purpose == Template.Purpose.CERTIFICATE) {
            item.result().forEach((name, kind) -> names.put("result." + name, always(kind)));
        }
        return names;
    }

    /** What is filled in stands neither on the guide nor on the paper with a draft's code; of a supplement only a part is known, of a result nothing. */
    private static boolean says(Template.Purpose purpose) {
        return switch (purpose) {
            case GUIDE, DRAFT, SUPPLEMENT_RECEIPT, SUPPLEMENT_KEPT, RESULT -> false;
            case SIGN, RECEIPT, KEPT, CERTIFICATE -> true;
        };
    }

    /** What a sentence of this item can name while the form is filled in. */
    public static Map<String, Provided> sentence(ServiceItem item) {
        var names = new HashMap<String, Provided>();
        item(names);
        applicant(names);
        names.put("thisMonth", always(new ValueKind.Month()));
        names.put("today", always(new ValueKind.Date()));
        names.putAll(known(item));
        return names;
    }

    /** What the grounds of an instant decision can name: what its rules see, and no more. */
    public static Map<String, Provided> instant(ServiceItem item, InstantRules rules) {
        var names = new HashMap<String, Provided>();
        InstantNames.all(item, rules.register()).forEach((name, kind) -> {
            if (rules.sees().contains(name)) {
                names.put(name, perhaps(kind));
            }
        });
        return names;
    }

    /** What a milestone of this item can name. */
    public static Map<String, Provided> milestone() {
        var names = new HashMap<String, Provided>();
        item(names);
        receipt(names);
        return names;
    }

    private static Map<String, Provided> known(ServiceItem item) {
        var names = new HashMap<String, Provided>();
        item.fields().forEach(field -> {
            boolean always = field.required() && field.visibleWhen().isEmpty();
            names.put("answers." + field.code(), new Provided(kind(field), always));
        });
        item.facts().values().forEach(fact -> {
            names.put("facts." + fact.key(), perhaps(fact.kind()));
            names.put("facts." + fact.key() + ".since", perhaps(new ValueKind.Date()));
        });
        phone(item).ifPresent(phone -> names.put("contact.phone", phone));
        return names;
    }

    private static Optional<Provided> phone(ServiceItem item) {
        return item.fields()
                .filter(field -> field.kind() instanceof FieldKind.Phone)
                .findFirst()
                .map(field -> perhaps(kind(field)));
    }

    /** What kind of value an answer becomes. */
    public static ValueKind kind(Field field) {
        return switch (field.kind()) {
            case FieldKind.Choice choice -> new ValueKind.Word(words(choice));
            case FieldKind.Tick _ -> new ValueKind.YesNo();
            case FieldKind.Month _ -> new ValueKind.Month();
            case FieldKind.Date _ -> new ValueKind.Date();
            case FieldKind.Money _ -> new ValueKind.Money();
            case FieldKind.Digits _, FieldKind.IdNumber _, FieldKind.Phone _, FieldKind.Text _ ->
                new ValueKind.Text(field.mask());
        };
    }

    private static Map<String, LocalText> words(FieldKind.Choice choice) {
        var words = new HashMap<String, LocalText>();
        choice.options().forEach(option -> words.put(option.code(), option.label()));
        return words;
    }

    private static void item(Map<String, Provided> names) {
        for (var name : new String[] {"title", "shortTitle", "plainWords", "decidedBy", "hotline", "promised", "fee"}) {
            names.put("item." + name, always(TEXT));
        }
        names.put("item.opening", always(TEXT));
        names.put("item.legal", perhaps(TEXT));
    }

    private static void applicant(Map<String, Provided> names) {
        names.put("applicant.name", always(new ValueKind.Text(Mask.NAME)));
        names.put("applicant.number", always(new ValueKind.Text(Mask.ID)));
        names.put("applicant.address", perhaps(new ValueKind.Text(Mask.ADDRESS)));
        names.put("applicant.birth", perhaps(new ValueKind.Date()));
        names.put("applicant.age", perhaps(new ValueKind.Count()));
        names.put("contact.phone", perhaps(new ValueKind.Text(Mask.PHONE)));
    }

    private static void receipt(Map<String, Provided> names) {
        names.put("receipt.number", always(TEXT));
        names.put("receipt.at", always(new ValueKind.Moment()));
        names.put("receipt.filed", always(new ValueKind.Moment()));
        names.put("receipt.answerBy", always(new ValueKind.Date()));
    }

    private static void guide(Map<String, Provided> names) {
        names.put("conditions", perhaps(new ValueKind.Rows(Map.of("text", TEXT))));
        names.put("materials", perhaps(new ValueKind.Rows(Map.of("title", TEXT, "hint", TEXT, "how", TEXT))));
    }

    private static void papers(Map<String, Provided> names) {
        names.put(
                "papers",
                perhaps(new ValueKind.Rows(Map.of("title", TEXT, "how", TEXT, "pages", new ValueKind.Count()))));
    }
}
