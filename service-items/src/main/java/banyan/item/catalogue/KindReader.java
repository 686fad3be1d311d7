package banyan.item.catalogue;

import banyan.item.LocalText;
import banyan.item.Mask;
import banyan.item.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what kinds of values the centre's answer has. */
final class KindReader {
    private static final Set<String> KINDS = Set.of("text", "count", "money", "yes-no", "date", "month", "moment");

    private KindReader() {}

    static Optional<ValueKind> plain(String word, Mask mask) {
        return switch (word) {
            case "text" -> Optional.of(new ValueKind.Text(mask));
            case "count" -> Optional.of(new ValueKind.Count());
            case "money" -> Optional.of(new ValueKind.Money());
            case "yes-no" -> Optional.of(new ValueKind.YesNo());
            case "date" -> Optional.of(new ValueKind.Date());
            case "month" -> Optional.of(new ValueKind.Month());
            case "moment" -> Optional.of(new ValueKind.Moment());
            default -> Optional.empty();
        };
    }

    /** Names with kinds: a word such as {@code month}, or {@code words:} or {@code rows:} below the name. */
    static Map<String, ValueKind> columns(Entry entry) {
        var kinds = new HashMap<String, ValueKind>();
        for (var name : entry.keys()) {
            if (!name.matches(Shapes.CAMEL)) {
                entry.mistake(name, "'" + name + "' should look like " + Shapes.CAMEL_EXAMPLE);
            }
            kinds.put(name, kind(entry, name));
        }
        return kinds;
    }

    private static ValueKind kind(Entry entry, String name) {
        if (entry.raw(name).orElse(null) instanceof Yaml.Mapping) {
            return entry.entry(name, "result '" + name + "'")
                    .map(KindReader::nested)
                    .orElse(new ValueKind.Text(Mask.NONE));
        }
        var word = entry.text(name);
        return plain(word, Mask.NONE).orElseGet(() -> {
            if (!word.isEmpty()) {
                entry.mistake(name, "'%s' has the kind '%s'; it can be %s".formatted(name, word, Words.either(KINDS)));
            }
            return new ValueKind.Text(Mask.NONE);
        });
    }

    private static ValueKind nested(Entry entry) {
        var rows = entry.entry("rows", entry.subject());
        var words = entry.entry("words", entry.subject());
        entry.close();
        if (rows.isPresent()) {
            return new ValueKind.Rows(columns(rows.get()));
        }
        if (words.isEmpty()) {
            entry.mistake("", "needs 'rows' or 'words'");
        }
        return new ValueKind.Word(words.map(KindReader::words).orElse(Map.of()));
    }

    private static Map<String, LocalText> words(Entry entry) {
        var words = new HashMap<String, LocalText>();
        entry.keys().forEach(code -> words.put(code, entry.local(code)));
        return words;
    }
}
