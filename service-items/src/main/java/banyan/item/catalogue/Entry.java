package banyan.item.catalogue;

import banyan.item.Language;
import banyan.item.LocalText;
import banyan.item.Place;
import banyan.item.Rule;
import banyan.item.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a file while it is read: {@code field 'phone'}, {@code step 3}, or a whole file. Whatever is asked for and not
 * there, or is not what it should be, is written down as a mistake, and reading goes on with something harmless; so one reading
 * finds them all. Keys that nobody asked for are unknown.
 */
final class Entry {
    private final String file;
    private final Yaml.Mapping mapping;
    private final Mistakes mistakes;
    private final Set<String> asked = new LinkedHashSet<>();
    private String subject;

    Entry(String file, String subject, Yaml.Mapping mapping, Mistakes mistakes) {
        this.file = file;
        this.subject = subject;
        this.mapping = mapping;
        this.mistakes = mistakes;
    }

    /** From here on reports call it so. */
    void call(String name) {
        subject = name;
    }

    String subject() {
        return subject;
    }

    Place place() {
        return new Place(file, mapping.line());
    }

    /** Where a key stands, or the whole where it is missing. */
    Place place(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? place() : new Place(file, entry.line());
    }

    void mistake(String key, String sentence) {
        mistakes.add(place(key), subject + " " + sentence);
    }

    boolean has(String key) {
        asked.add(key);
        return mapping.entries().containsKey(key);
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    private @Nullable Yaml value(String key) {
        asked.add(key);
        var entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    Optional<String> optional(String key) {
        return switch (value(key)) {
            case null -> Optional.empty();
            case Yaml.Scalar scalar -> {
                if (scalar.text().isBlank()) {
                    mistake(key, "has an empty " + key);
                    yield Optional.empty();
                }
                yield Optional.of(scalar.text());
            }
            case Yaml.Listing _, Yaml.Mapping _ -> {
                mistake(key, "needs one text as " + key + ", not a list");
                yield Optional.empty();
            }
        };
    }

    String text(String key) {
        if (!has(key)) {
            mistakes.add(place(), subject + " has no " + key);
            return "";
        }
        return optional(key).orElse("");
    }

    /** A name by which other places refer to this; {@code pattern} and {@code example} say how names look here. */
    String code(String key, String pattern, String example) {
        var code = text(key);
        if (!code.isEmpty() && !code.matches(pattern)) {
            mistake(key, "has the " + key + " '" + code + "', which should look like " + example);
        }
        return code;
    }

    int number(String key, int least, int most) {
        var text = text(key);
        if (text.isEmpty()) {
            return least;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            mistake(key, "needs a number from %d to %d as %s, not '%s'".formatted(least, most, key, text));
            return least;
        }
        return Integer.parseInt(text);
    }

    int number(String key, int least, int most, int otherwise) {
        return has(key) ? number(key, least, most) : otherwise;
    }

    Optional<BigDecimal> decimal(String key) {
        return optional(key).flatMap(text -> {
            if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                mistake(key, "needs a number such as 2.5 as " + key + ", not '" + text + "'");
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text));
        });
    }

    boolean yesNo(String key, boolean otherwise) {
        var text = optional(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                mistake(key, "needs yes or no as " + key + ", not '" + text.get() + "'");
                yield otherwise;
            }
        };
    }

    /** One of a few words. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        return has(key)
                ? optional(key).map(text -> known(key, text, words, otherwise)).orElse(otherwise)
                : otherwise;
    }

    /** One of a few words that must be there. */
    <T> T needed(String key, Map<String, T> words, T ifMissing) {
        var text = text(key);
        return text.isEmpty() ? ifMissing : known(key, text, words, ifMissing);
    }

    private <T> T known(String key, String text, Map<String, T> words, T otherwise) {
        var known = words.get(text);
        if (known == null) {
            mistake(key, "has '%s: %s'; it can be %s".formatted(key, text, Words.either(words.keySet())));
            return otherwise;
        }
        return known;
    }

    /** A text in every language. */
    LocalText local(String key) {
        if (!has(key)) {
            mistakes.add(place(), subject + " has no " + key);
            return LocalText.of("", "");
        }
        return local(key, value(key));
    }

    LocalText local(String key, LocalText otherwise) {
        return has(key) ? local(key, value(key)) : otherwise;
    }

    private LocalText local(String key, @Nullable Yaml value) {
        if (!(value instanceof Yaml.Mapping languages)) {
            mistake(key, "needs its %s in every language: %s".formatted(key, Words.tags()));
            return LocalText.of("", "");
        }
        return new LocalText(texts(key, languages));
    }

    private Map<Language, String> texts(String key, Yaml.Mapping languages) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.ALL) {
            texts.put(language, text(key, languages, language));
        }
        languages.entries().forEach((tag, entry) -> {
            if (Language.ofTag(tag).isEmpty()) {
                mistakes.add(
                        new Place(file, entry.line()),
                        "%s: '%s' is no language here; the languages are %s".formatted(subject, tag, Words.tags()));
            }
        });
        return texts;
    }

    private String text(String key, Yaml.Mapping languages, Language language) {
        var entry = languages.entries().get(language.tag());
        if (entry == null) {
            mistakes.add(
                    new Place(file, languages.line()), "%s has no %s %s".formatted(subject, language.inWords(), key));
            return "";
        }
        if (!(entry.value() instanceof Yaml.Scalar scalar) || scalar.text().isBlank()) {
            mistakes.add(
                    new Place(file, entry.line()), "%s has an empty %s %s".formatted(subject, language.inWords(), key));
            return "";
        }
        return scalar.text().strip();
    }

    /** The languages stand directly in this mapping, beside its other keys: {@code { code: tea, zh-CN: 茶, en: tea }}. */
    LocalText localHere(String what) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.ALL) {
            asked.add(language.tag());
            texts.put(language, text(what, mapping, language));
        }
        return new LocalText(texts);
    }

    /** A list of texts, each in every language. */
    List<LocalText> locals(String key) {
        return items(key).stream().map(value -> local(key, value)).toList();
    }

    /** A text with placeholders: in every language, or written once if it has no words of its own. */
    Wording wording(String key) {
        if (!has(key)) {
            mistakes.add(place(), subject + " has no " + key);
            return new Wording(Map.of());
        }
        return wording(key, Objects.requireNonNull(value(key)));
    }

    /** A list of such texts. */
    List<Wording> wordings(String key) {
        return items(key).stream().map(value -> wording(key, value)).toList();
    }

    private Wording wording(String key, Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> once(key, scalar);
            case Yaml.Listing _ -> {
                mistake(key, "needs its %s in every language: %s".formatted(key, Words.tags()));
                yield new Wording(Map.of());
            }
            case Yaml.Mapping languages -> {
                var pieces = new EnumMap<Language, List<Wording.Piece>>(Language.class);
                texts(key, languages).forEach((language, text) -> pieces.put(language, pieces(key, text)));
                yield new Wording(pieces);
            }
        };
    }

    private Wording once(String key, Yaml.Scalar scalar) {
        var pieces = pieces(key, scalar.text());
        boolean words = pieces.stream()
                .anyMatch(piece -> piece instanceof Wording.Literal literal
                        && literal.text().codePoints().anyMatch(Character::isLetter));
        if (words) {
            mistake(key, "needs its %s in every language: %s".formatted(key, Words.tags()));
        }
        var same = new EnumMap<Language, List<Wording.Piece>>(Language.class);
        Language.ALL.forEach(language -> same.put(language, pieces));
        return new Wording(same);
    }

    private List<Wording.Piece> pieces(String key, String text) {
        return switch (Wording.parse(text)) {
            case Wording.Parsed.Pieces(var pieces) -> pieces;
            case Wording.Parsed.Wrong(var sentence) -> {
                mistake(key, key + ": " + sentence);
                yield List.of();
            }
        };
    }

    Optional<Rule> rule(String key) {
        return optional(key).map(expression -> new Rule(expression.strip(), place(key)));
    }

    /** The mappings of a list, each first called {@code what n}. */
    List<Entry> entries(String key, String what) {
        var entries = new ArrayList<Entry>();
        for (var item : items(key)) {
            if (item instanceof Yaml.Mapping map) {
                entries.add(new Entry(file, what + " " + (entries.size() + 1), map, mistakes));
            } else {
                mistakes.add(new Place(file, item.line()), "a " + what + " needs names and values, such as 'code: …'");
            }
        }
        return entries;
    }

    /** An element of a list that turned out to be a mapping. */
    Entry below(Yaml.Mapping element, String name) {
        return new Entry(file, name, element, mistakes);
    }

    void mistakeAt(Yaml yaml, String sentence) {
        mistakes.add(new Place(file, yaml.line()), sentence);
    }

    /** The words of a list. */
    List<String> words(String key) {
        var words = new ArrayList<String>();
        for (var item : items(key)) {
            if (item instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
                words.add(scalar.text());
            } else {
                mistakes.add(new Place(file, item.line()), subject + " needs single words under " + key);
            }
        }
        return words;
    }

    /** The elements of a list as they stand; one alone needs no brackets, none at all is an empty list. */
    List<Yaml> items(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case Yaml.Listing listing -> listing.items();
            case Yaml.Scalar scalar -> List.of(scalar);
            case Yaml.Mapping _ -> {
                mistake(key, "needs a list under " + key + ": each line begins with '-'");
                yield List.of();
            }
        };
    }

    /** A mapping below a key, called {@code name}. */
    Optional<Entry> entry(String key, String name) {
        return switch (value(key)) {
            case null -> Optional.empty();
            case Yaml.Mapping map -> Optional.of(new Entry(file, name, map, mistakes));
            case Yaml.Scalar _, Yaml.Listing _ -> {
                mistake(key, "needs names and values under " + key);
                yield Optional.empty();
            }
        };
    }

    /** The value as written, for parts whose shape is free. */
    Optional<Yaml> raw(String key) {
        return Optional.ofNullable(value(key));
    }

    /** To be called when all that is known was asked for. */
    void close() {
        mapping.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                var hint = Words.nearest(key, asked)
                        .map(near -> "; is it '" + near + "'?")
                        .orElse("");
                mistakes.add(
                        new Place(file, entry.line()), "%s: '%s' means nothing here%s".formatted(subject, key, hint));
            }
        });
    }
}
