package banyan.item.catalogue;

import banyan.item.Channel;
import banyan.item.Condition;
import banyan.item.FactDeclaration;
import banyan.item.FormGroup;
import banyan.item.IdentityLevel;
import banyan.item.InstantRules;
import banyan.item.ItemKind;
import banyan.item.Mask;
import banyan.item.Material;
import banyan.item.Milestone;
import banyan.item.Opening;
import banyan.item.Rule;
import banyan.item.Section;
import banyan.item.ServiceItem;
import banyan.item.Source;
import banyan.item.Template;
import banyan.item.Terms;
import banyan.item.ValueKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code item.yaml} and puts what the other files gave beside it. */
final class ItemReader {
    private static final Map<String, ItemKind> KINDS =
            Map.of("declaration", ItemKind.DECLARATION, "query-and-print", ItemKind.QUERY_AND_PRINT);
    static final Map<String, IdentityLevel> LEVELS = words(IdentityLevel.values());
    private static final String STAGE = "[a-z][a-z-]{0,39}";
    private static final Map<String, Section> SECTIONS = words(Section.values());
    private static final Map<String, Channel> CHANNELS = words(Channel.values());
    private static final Map<String, Source> SOURCES =
            words(new Source[] {Source.LICENCE, Source.REGISTER, Source.SOCIAL_CARD, Source.LAST_FILING});
    private static final Set<String> FACT_KINDS = Set.of("text", "count", "money", "yes-no", "date", "month");

    private final Entry file;
    private final List<Use> uses;

    private ItemReader(Entry file, List<Use> uses) {
        this.file = file;
        this.uses = uses;
    }

    static ServiceItem read(
            Entry file,
            List<FormGroup> form,
            List<Material> materials,
            Map<String, Template> templates,
            Optional<InstantRules> instant,
            List<Use> uses) {
        var item = new ItemReader(file, uses).item(form, materials, templates, instant);
        file.close();
        return item;
    }

    private ServiceItem item(
            List<FormGroup> form,
            List<Material> materials,
            Map<String, Template> templates,
            Optional<InstantRules> instant) {
        var code = file.code("code", Shapes.KEBAB, Shapes.KEBAB_EXAMPLE);
        return new ServiceItem(
                code,
                file.code("version", Shapes.VERSION, "1.0.0"),
                file.needed("kind", KINDS, ItemKind.DECLARATION),
                file.needed("section", SECTIONS, Section.OTHER),
                file.local("title"),
                file.local("plain-words"),
                file.local("short-title"),
                Icons.read(file),
                file.needed("identity", LEVELS, IdentityLevel.CARD),
                file.number("minutes", 1, 240),
                file.local("decided-by"),
                hotline(),
                terms(),
                opening(),
                channels(),
                StepReader.read(file),
                DevicesReader.read(file),
                file.entries("conditions", "condition").stream()
                        .map(this::condition)
                        .toList(),
                facts(),
                form,
                materials,
                query(),
                result(),
                templates,
                file.entries("next", "stage").stream().map(this::milestone).toList(),
                instant);
    }

    private String hotline() {
        var hotline = file.text("hotline");
        if (!hotline.isEmpty() && !hotline.matches("[0-9+][0-9 -]{2,24}")) {
            file.mistake("hotline", "needs a telephone number such as 0591-12333 as hotline, not '" + hotline + "'");
        }
        return hotline;
    }

    private Terms terms() {
        var days = file.entry("working-days", "working-days");
        if (days.isEmpty()) {
            file.mistake("working-days", "needs working-days with legal and promised");
            return new Terms(0, 0, BigDecimal.ZERO);
        }
        int legal = days.get().number("legal", 0, 500);
        int promised = days.get().number("promised", 0, 500);
        if (promised > legal) {
            days.get().mistake("promised", "promises more days than the law allows");
        }
        days.get().close();
        return new Terms(legal, promised, fee());
    }

    private BigDecimal fee() {
        return file.text("fee").equals("none")
                ? BigDecimal.ZERO
                : file.decimal("fee").orElse(BigDecimal.ZERO);
    }

    private Opening opening() {
        if (file.items("opening").stream()
                .anyMatch(yaml ->
                        yaml instanceof Yaml.Scalar scalar && scalar.text().equals("always"))) {
            return Opening.ALWAYS;
        }
        var hours = file.entries("opening", "opening").stream()
                .flatMap(entry -> HoursReader.read(entry).stream())
                .toList();
        if (hours.isEmpty()) {
            file.mistake("opening", "needs 'always' or a list of days and hours as opening");
        }
        return new Opening(hours);
    }

    private List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        for (var word : file.words("channels")) {
            var channel = CHANNELS.get(word);
            if (channel == null) {
                file.mistake(
                        "channels",
                        "has the channel '%s'; it can be %s".formatted(word, Words.either(CHANNELS.keySet())));
            } else {
                channels.add(channel);
            }
        }
        if (channels.isEmpty()) {
            file.mistake("channels", "has no channels");
        }
        return channels;
    }

    private Condition condition(Entry entry) {
        var code = entry.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
        entry.call("condition '" + code + "'");
        entry.text("rule");
        var found = entry.wording("found");
        // Said only when the rule holds, so the facts it rests on are there.
        var certain = found.holes().stream().map(hole -> hole.name()).collect(Collectors.toSet());
        uses.add(new Use.Text(
                entry.place("found"),
                entry.subject(),
                found,
                new Use.Scope.Sentence(),
                Optional.empty(),
                Set.of(),
                certain));
        var condition = new Condition(
                code, entry.local("text"), entry.rule("rule").orElse(new Rule("false", entry.place())), found);
        entry.close();
        return condition;
    }

    private Map<String, FactDeclaration> facts() {
        var facts = new HashMap<String, FactDeclaration>();
        file.entry("facts", "facts")
                .ifPresent(all -> all.keys()
                        .forEach(key -> all.entry(key, "fact '" + key + "'").ifPresent(entry -> {
                            if (!key.matches(Shapes.CAMEL)) {
                                all.mistake(key, "'" + key + "' should look like " + Shapes.CAMEL_EXAMPLE);
                            }
                            facts.put(key, fact(key, entry));
                        })));
        return facts;
    }

    private static FactDeclaration fact(String key, Entry entry) {
        var mask = entry.word("mask", FormReader.MASKS, Mask.NONE);
        var word = entry.text("kind");
        if (!word.isEmpty() && !FACT_KINDS.contains(word)) {
            entry.mistake("kind", "has the kind '%s'; it can be %s".formatted(word, Words.either(FACT_KINDS)));
        }
        var kind = KindReader.plain(word, mask).orElse(new ValueKind.Text(mask));
        var fact = new FactDeclaration(key, kind, entry.needed("source", SOURCES, Source.REGISTER));
        entry.close();
        return fact;
    }

    private Map<String, Rule> query() {
        var query = new HashMap<String, Rule>();
        file.entry("query", "query")
                .ifPresent(all -> all.keys().forEach(name -> all.rule(name).ifPresent(rule -> query.put(name, rule))));
        return query;
    }

    private Map<String, ValueKind> result() {
        return file.entry("result", "result").map(KindReader::columns).orElse(Map.of());
    }

    private Milestone milestone(Entry entry) {
        var when = entry.wording("when");
        uses.add(new Use.Text(
                entry.place("when"),
                entry.subject(),
                when,
                new Use.Scope.Milestone(),
                Optional.empty(),
                Set.of(),
                Set.of()));
        Optional<String> stage = entry.optional("stage").map(_ -> entry.code("stage", STAGE, "received"));
        var milestone = new Milestone(stage, Icons.read(entry), entry.local("title"), when);
        entry.close();
        return milestone;
    }

    /** Constants as packages write them: {@code CARD_AND_FACE} is {@code card-and-face}. */
    static <E extends Enum<E>> Map<String, E> words(E[] constants) {
        return Stream.of(constants)
                .collect(Collectors.toUnmodifiableMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant -> constant));
    }
}
