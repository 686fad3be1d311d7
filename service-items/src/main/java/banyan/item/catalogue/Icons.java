package banyan.item.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the icons that a terminal can draw, from {@code icons.txt}. */
final class Icons {
    private static final class Loaded {
        static final Set<String> NAMES = load();
    }

    private Icons() {}

    static Set<String> names() {
        return Loaded.NAMES;
    }

    static String read(Entry entry) {
        var icon = entry.text("icon");
        if (!icon.isEmpty() && !names().contains(icon)) {
            var hint = Words.nearest(icon, names())
                    .map(near -> "; is it '" + near + "'?")
                    .orElse("");
            entry.mistake("icon", "has the icon '" + icon + "', which no terminal has" + hint);
        }
        return icon;
    }

    private static Set<String> load() {
        try (var stream = Icons.class.getResourceAsStream("icons.txt")) {
            if (stream == null) {
                throw new IllegalStateException("no resource icons.txt");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
