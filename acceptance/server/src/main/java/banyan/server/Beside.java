package banyan.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command that is given beside a centre, and that centre's settings. */
final class Beside {
    private final Map<String, String> words;

    private Beside(Map<String, String> words) {
        this.words = words;
    }

    /** Reads {@code --word value} pairs and words that stand alone; empty where there is one that is not known. */
    static Optional<Beside> read(String[] arguments, int from, Set<String> withValue, Set<String> alone) {
        Map<String, String> words = new HashMap<>();
        for (int at = from; at < arguments.length; at++) {
            String word = arguments[at];
            if (alone.contains(word)) {
                words.put(word, "");
            } else if (withValue.contains(word) && at + 1 < arguments.length) {
                at++;
                words.put(word, arguments[at]);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Beside(words));
    }

    /** Said before the first logger is made. */
    static void quiet() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/server/serve-logback.xml");
        }
    }

    Optional<String> said(String word) {
        return Optional.ofNullable(words.get(word));
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    /** Of the centre in {@code --dir}. */
    CentreSettings settings() throws IOException {
        Path folder = said("--dir").map(Path::of).orElseGet(ServeMain::usualFolder);
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        return switch (CentreFile.read(folder.resolve("centre.yaml"), CentreSettings.in(folder))) {
            case CentreFile.Read.Wrong(var mistakes) -> throw new IOException(String.join("\n", mistakes));
            case CentreFile.Read.Ready(var settings, var _) -> settings;
        };
    }
}
