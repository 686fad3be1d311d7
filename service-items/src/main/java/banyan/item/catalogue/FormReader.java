package banyan.item.catalogue;

import banyan.item.Check;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FormGroup;
import banyan.item.LocalText;
import banyan.item.Mask;
import banyan.item.Rule;
import banyan.item.ValueName;
import banyan.item.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code form.yaml}. */
final class FormReader {
    static final Map<String, Mask> MASKS = Map.of(
            "none", Mask.NONE,
            "name", Mask.NAME,
            "id", Mask.ID,
            "phone", Mask.PHONE,
            "card", Mask.CARD,
            "address", Mask.ADDRESS);
    private static final Set<String> KINDS =
            Set.of("choice", "tick", "digits", "id-number", "phone", "month", "date", "text", "money");
    private static final LocalText NOTHING = LocalText.of("", "");

    private final List<Use> uses;

    private FormReader(List<Use> uses) {
        this.uses = uses;
    }

    static List<FormGroup> read(Entry file, List<Use> uses) {
        var reader = new FormReader(uses);
        var groups = file.entries("groups", "group").stream().map(reader::group).toList();
        if (groups.isEmpty()) {
            file.mistake("groups", "has no groups");
        }
        file.close();
        return groups;
    }

    private FormGroup group(Entry entry) {
        var code = entry.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
        entry.call("group '" + code + "'");
        var question = entry.local("question");
        var group = new FormGroup(
                code,
                question,
                entry.local("title", question),
                entry.local("help", NOTHING),
                entry.entries("fields", "field").stream().map(this::field).toList());
        if (group.fields().isEmpty()) {
            entry.mistake("fields", "has no fields");
        }
        entry.close();
        return group;
    }

    private Field field(Entry entry) {
        var code = entry.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
        entry.call("field '" + code + "'");
        var kind = kind(entry);
        var field = new Field(
                code,
                kind,
                entry.local("label"),
                entry.local("hint", NOTHING),
                entry.yesNo("required", true),
                entry.yesNo("editable", true),
                entry.word("mask", MASKS, usual(kind)),
                entry.words("from").stream().map(ValueName::new).toList(),
                entry.optional("initial"),
                entry.rule("visible-when"),
                entry.entries("checks", "check").stream()
                        .flatMap(check -> check(entry, check).stream())
                        .toList(),
                whenEmpty(entry));
        entry.close();
        return field;
    }

    /** A telephone or identity number is covered even if its author did not think of it. */
    private static Mask usual(FieldKind kind) {
        return switch (kind) {
            case FieldKind.IdNumber _ -> Mask.ID;
            case FieldKind.Phone _ -> Mask.PHONE;
            case FieldKind.Choice _,
                    FieldKind.Tick _,
                    FieldKind.Digits _,
                    FieldKind.Month _,
                    FieldKind.Date _,
                    FieldKind.Text _,
                    FieldKind.Money _ -> Mask.NONE;
        };
    }

    private static Optional<LocalText> whenEmpty(Entry entry) {
        return entry.has("when-empty") ? Optional.of(entry.local("when-empty")) : Optional.empty();
    }

    private FieldKind kind(Entry entry) {
        var word = entry.text("kind");
        return switch (word) {
            case "choice" -> new FieldKind.Choice(options(entry));
            case "tick" -> new FieldKind.Tick();
            case "digits" -> digits(entry);
            case "id-number" -> new FieldKind.IdNumber();
            case "phone" -> new FieldKind.Phone();
            case "month" -> new FieldKind.Month();
            case "date" -> new FieldKind.Date();
            case "text" -> new FieldKind.Text(entry.number("longest", 1, 500, 100), entry.locals("suggestions"));
            case "money" -> new FieldKind.Money();
            default -> {
                if (!word.isEmpty()) {
                    entry.mistake("kind", "has the kind '%s'; it can be %s".formatted(word, Words.either(KINDS)));
                }
                yield new FieldKind.Tick();
            }
        };
    }

    private static FieldKind digits(Entry entry) {
        int longest = entry.number("longest", 1, 40);
        int shortest = entry.number("shortest", 1, 40, longest);
        if (shortest > longest) {
            entry.mistake("shortest", "has a shortest that is longer than its longest");
        }
        return new FieldKind.Digits(shortest, longest);
    }

    private static List<FieldKind.Option> options(Entry entry) {
        var options = new ArrayList<FieldKind.Option>();
        for (var choice : entry.entries("choices", "choice")) {
            var code = choice.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
            choice.call(entry.subject() + ", choice '" + code + "'");
            if (options.stream().anyMatch(option -> option.code().equals(code))) {
                choice.mistake("code", "is there twice");
            }
            options.add(new FieldKind.Option(code, choice.localHere("label")));
            choice.close();
        }
        if (options.isEmpty()) {
            entry.mistake("choices", "has no choices");
        }
        return options;
    }

    private Optional<Check> check(Entry field, Entry entry) {
        entry.call(field.subject() + ", " + entry.subject());
        var check = switch (one(entry)) {
            case "is" -> builtIn(entry);
            case "schema" -> schema(entry);
            case "rule" -> rule(entry);
            default -> Optional.<Check>empty();
        };
        entry.close();
        return check;
    }

    private static String one(Entry entry) {
        var kinds = List.of("is", "schema", "rule").stream().filter(entry::has).toList();
        if (kinds.size() != 1) {
            entry.keys().forEach(entry::has);
            entry.mistake("", "needs exactly one of 'is', 'rule' or 'schema'");
            return "";
        }
        return kinds.getFirst();
    }

    private static Optional<Check> builtIn(Entry entry) {
        var known = new HashMap<String, Check.KnownCheck>();
        for (var check : Check.KnownCheck.values()) {
            known.put(check.word(), check);
        }
        return Optional.of(new Check.BuiltIn(entry.needed("is", known, Check.KnownCheck.PHONE_CN)));
    }

    private Optional<Check> schema(Entry entry) {
        var json = entry.raw("schema").map(Json::of).orElse("{}");
        var say = entry.wording("say");
        uses.add(new Use.Text(
                entry.place("say"),
                entry.subject(),
                say,
                new Use.Scope.Sentence(),
                Optional.empty(),
                Set.of(),
                Set.of()));
        return Optional.of(new Check.BySchema(json, entry.place("schema"), say));
    }

    private Optional<Check> rule(Entry entry) {
        var with = new HashMap<String, Rule>();
        entry.entry("with", entry.subject())
                .ifPresent(arguments ->
                        arguments.keys().forEach(name -> arguments.rule(name).ifPresent(rule -> with.put(name, rule))));
        var say = entry.wording("say");
        uses.add(new Use.Text(
                entry.place("say"),
                entry.subject(),
                say,
                new Use.Scope.Sentence(),
                Optional.empty(),
                with.keySet(),
                guarded(say)));
        return entry.rule("rule").map(rule -> new Check.ByRule(rule, say, with));
    }

    /** A rule that came to false had all the values it names, so its sentence can name the same ones. */
    private static Set<String> guarded(Wording say) {
        var names = new HashSet<String>();
        say.holes().forEach(hole -> names.add(hole.name()));
        return names;
    }
}
