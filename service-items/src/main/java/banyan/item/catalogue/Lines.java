package banyan.item.catalogue;

import banyan.item.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds again where something stands, for mistakes that show only when all files have been read. */
final class Lines {
    private final Map<String, Yaml> files = new HashMap<>();

    void add(String file, Yaml yaml) {
        files.put(file, yaml);
    }

    Map<String, Yaml> files() {
        return Map.copyOf(files);
    }

    /** The line of a key at the top of a file. */
    Place key(String file, String key) {
        if (files.get(file) instanceof Yaml.Mapping mapping) {
            var entry = mapping.entries().get(key);
            if (entry != null) {
                return new Place(file, entry.line());
            }
        }
        return new Place(file, 0);
    }

    /** The first place where this very word stands as a value. */
    Place word(String file, String word) {
        return place(file, find(files.get(file), word, false));
    }

    /** The last such place: of two that are alike, the second is one too many. */
    Place last(String file, String word) {
        return place(file, find(files.get(file), word, true));
    }

    private static Place place(String file, Optional<Integer> line) {
        return new Place(file, line.orElse(0));
    }

    private static Optional<Integer> find(@Nullable Yaml yaml, String word, boolean last) {
        return switch (yaml) {
            case null -> Optional.empty();
            case Yaml.Scalar scalar -> scalar.text().equals(word) ? Optional.of(scalar.line()) : Optional.empty();
            case Yaml.Listing listing -> first(listing.items(), word, last);
            case Yaml.Mapping mapping ->
                first(
                        mapping.entries().values().stream()
                                .map(Yaml.Mapping.Entry::value)
                                .toList(),
                        word,
                        last);
        };
    }

    private static Optional<Integer> first(List<Yaml> among, String word, boolean last) {
        var found = among.stream().flatMap(yaml -> find(yaml, word, last).stream());
        return last ? found.reduce((_, later) -> later) : found.findFirst();
    }
}
