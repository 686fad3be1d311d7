package banyan.item;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The sentences that every item shares, from the bundles {@code sentences_<language>.properties}. */
final class Sentences {
    private Sentences() {}

    private static final class Loaded {
        static final Map<String, LocalText> ALL = load();
    }

    /** Throws if there is none: keys are constants of the code, and a test walks them. */
    static LocalText text(String key) {
        var text = Loaded.ALL.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no sentence " + key);
        }
        return text;
    }

    static Map<String, LocalText> all() {
        return Loaded.ALL;
    }

    private static Map<String, LocalText> load() {
        var byKey = new HashMap<String, Map<Language, String>>();
        for (var language : Language.ALL) {
            var bundle = bundle("sentences_" + language.tag() + ".properties");
            bundle.forEach((key, text) ->
                    byKey.computeIfAbsent((String) key, _ -> new HashMap<>()).put(language, (String) text));
        }
        var all = new HashMap<String, LocalText>();
        byKey.forEach((key, texts) -> all.put(key, new LocalText(texts)));
        return Map.copyOf(all);
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (var stream = Sentences.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bundle;
    }
}
