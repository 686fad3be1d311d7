package banyan.item.catalogue;

import banyan.item.FormGroup;
import banyan.item.Material;
import banyan.item.Place;
import banyan.item.ServiceItem;
import banyan.item.Template;
import banyan.item.WorkingDays;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files of one package into an item or into what items share, and checks that they fit together. */
final class PackageReader {
    static final String ITEM = "item.yaml";
    static final String FORM = "form.yaml";
    static final String MATERIALS = "materials.yaml";
    static final String DECISION = "decision.yaml";
    static final String SHARED = "shared.yaml";
    static final String CALENDAR = "calendar.yaml";

    private final PackageFiles files;
    private final Mistakes mistakes;
    private final Lines lines = new Lines();
    private final List<Use> uses = new ArrayList<>();

    PackageReader(PackageFiles files, Mistakes mistakes) {
        this.files = files;
        this.mistakes = mistakes;
    }

    /** As a tree by file name, for a second reading. */
    Map<String, Yaml> trees() {
        return lines.files();
    }

    /** The item as far as it could be read, mistakes and all, so that more can be looked for in it. */
    Optional<ServiceItem> item(Shared shared) {
        if (files.has(CALENDAR)) {
            mistakes.add(new Place(CALENDAR, 0), "belongs beside shared.yaml, not into an item");
        }
        List<FormGroup> form = read(FORM, file -> FormReader.read(file, uses)).orElse(List.of());
        List<Material> materials = read(MATERIALS, MaterialsReader::read).orElse(List.of());
        var templates = new HashMap<>(shared.templates());
        templates.putAll(templates());
        var instant = read(DECISION, file -> InstantReader.read(file, uses));
        var item = read(ITEM, file -> ItemReader.read(file, form, materials, templates, instant, uses));
        if (item.isEmpty()) {
            if (mistakes.noneIn(ITEM)) {
                mistakes.add(new Place(ITEM, 0), "is missing: every item has one");
            }
            return Optional.empty();
        }
        ReferenceCheck.check(item.get(), lines, mistakes);
        item.get().instant().ifPresent(rules -> InstantCheck.check(item.get(), rules, lines, mistakes));
        NamesCheck.check(item.get(), uses, mistakes);
        return item;
    }

    /** What items share, or empty if there is a mistake in it. */
    Optional<Shared> shared() {
        read(SHARED, file -> {
            var code = file.code("code", Shapes.KEBAB, Shapes.KEBAB_EXAMPLE);
            var version = file.code("version", Shapes.VERSION, "1.0.0");
            file.close();
            return code + version;
        });
        for (var stranger : List.of(ITEM, FORM, MATERIALS, DECISION)) {
            if (files.has(stranger)) {
                mistakes.add(new Place(stranger, 0), "belongs into an item, not beside shared.yaml");
            }
        }
        var templates = templates();
        var calendar = calendar();
        NamesCheck.check(templates.values(), uses, mistakes);
        return mistakes.none() ? Optional.of(new Shared(templates, calendar)) : Optional.empty();
    }

    /** The calendar; weekends alone where there is none. */
    WorkingDays calendar() {
        return read(CALENDAR, CalendarReader::read).orElse(WorkingDays.WEEKENDS_ONLY);
    }

    private Map<String, Template> templates() {
        var templates = new LinkedHashMap<String, Template>();
        files.bytes().keySet().stream()
                .filter(name -> name.startsWith("templates/"))
                .forEach(name -> read(name, file -> TemplateReader.read(file, uses))
                        .ifPresent(template -> {
                            if (templates.putIfAbsent(template.code(), template) != null) {
                                mistakes.add(
                                        lines.key(name, "code"), "template '" + template.code() + "' is there twice");
                            }
                        }));
        return templates;
    }

    private <T> Optional<T> read(String name, Function<Entry, T> reader) {
        return files.get(name)
                .flatMap(bytes -> text(name, bytes))
                .flatMap(text -> YamlFile.read(name, text, mistakes))
                .flatMap(yaml -> {
                    lines.add(name, yaml);
                    if (!(yaml instanceof Yaml.Mapping mapping)) {
                        mistakes.add(new Place(name, yaml.line()), "needs names and values, such as 'code: …'");
                        return Optional.empty();
                    }
                    return Optional.of(reader.apply(new Entry(name, "the " + name, mapping, mistakes)));
                });
    }

    private Optional<String> text(String name, byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            mistakes.add(new Place(name, 0), "is not written in UTF-8");
            return Optional.empty();
        }
    }
}
