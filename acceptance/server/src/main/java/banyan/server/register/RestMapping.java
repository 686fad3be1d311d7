package banyan.server.register;

import banyan.server.wire.Json;
import banyan.server.wire.Names;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a department's system is asked over HTTP and what of its answer is what, as data: a file {@code NAME.json} in the centre's folder
 * of providers. The query is a JSON object sent by POST.
 *
 * @param url where; in clear only to this machine
 * @param tokenFile a file beside this one with a bearer token
 * @param deadlineMillis of a call
 * @param atOnce so many calls at most
 * @param restSeconds how long it is left alone once half of its last calls have failed
 * @param mostBytes of an answer
 * @param items what it knows, by code of the item
 */
public record RestMapping(
        String url,
        Optional<String> tokenFile,
        int deadlineMillis,
        int atOnce,
        int restSeconds,
        int mostBytes,
        Map<String, Item> items) {
    private static final Pattern FORM = Pattern.compile("https://[^\\s@]{1,300}|http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?/[^\\s@]{0,300}");

    /**
     * A certificate's results.
     *
     * @param ask what the query says: {@code citizen}, {@code item}, {@code request}, {@code parameter.NAME} by the department's names
     * @param nothing where the answer says that there is nothing about this citizen
     * @param values single results
     * @param tables results that are rows
     */
    public record Item(Map<String, String> ask, Optional<Match> nothing, Map<String, Pick> values, Map<String, Rows> tables) {}

    /**
     * A value at a place.
     *
     * @param at JSON pointer
     * @param is what stands there
     */
    public record Match(String at, String is) {}

    /**
     * A result and where it stands.
     *
     * @param at JSON pointer
     * @param words the department's words and ours, where the two are not the same
     */
    public record Pick(String at, Optional<Map<String, String>> words) {}

    /**
     * Rows and where their list stands.
     *
     * @param at JSON pointer to the list
     * @param columns by our names, each from its row
     */
    public record Rows(String at, Map<String, Pick> columns) {}

    /**
     * All that lie in this folder.
     *
     * @throws IOException if one cannot be read or is wrong; the file is named, and what is wrong
     */
    public static List<RestProvider> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
        }
        List<RestProvider> providers = new ArrayList<>();
        for (Path file : files) {
            RestMapping mapping = Json.read(Files.readAllBytes(file), RestMapping.class)
                    .orElseThrow(() -> new IOException(file + ": is not a provider's description"));
            Optional<String> wrong = mapping.mistake();
            if (wrong.isPresent()) {
                throw new IOException(file + ": " + wrong.get());
            }
            Optional<String> token = mapping.tokenFile().isPresent()
                    ? Optional.of(Files.readString(file.resolveSibling(mapping.tokenFile().get())).strip())
                    : Optional.empty();
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            if (!Names.isCode(name)) {
                throw new IOException(file + ": the name of the file must be a code such as housing-fund");
            }
            providers.add(new RestProvider(name, mapping, token));
        }
        return List.copyOf(providers);
    }

    /** Whether this is an address that may be spoken to: in clear only on this machine. */
    public static boolean isAddress(String url) {
        return FORM.matcher(url).matches();
    }

    /** What is wrong with it. */
    Optional<String> mistake() {
        if (!isAddress(url)) {
            return Optional.of("url must be https://…, or http:// on this machine");
        }
        if (deadlineMillis < 100 || deadlineMillis > 9_000) {
            return Optional.of("deadlineMillis must be from 100 to 9000: a terminal waits ten seconds");
        }
        if (atOnce < 1 || atOnce > 32) {
            return Optional.of("atOnce must be from 1 to 32");
        }
        if (restSeconds < 1 || restSeconds > 600) {
            return Optional.of("restSeconds must be from 1 to 600");
        }
        if (mostBytes < 1_000 || mostBytes > 4_000_000) {
            return Optional.of("mostBytes must be from 1000 to 4000000");
        }
        return items.values().stream().flatMap(RestMapping::mistakes).findFirst();
    }

    private static Stream<String> mistakes(Item item) {
        Stream<String> pointers = Stream.of(
                        item.nothing().stream().map(Match::at),
                        item.values().values().stream().map(Pick::at),
                        item.tables().values().stream().map(Rows::at),
                        item.tables().values().stream().flatMap(rows -> rows.columns().values().stream()).map(Pick::at))
                .flatMap(all -> all)
                .filter(at -> !at.startsWith("/"))
                .map(_ -> "each 'at' must be a JSON pointer such as /data/name");
        Stream<String> asked = item.ask().values().stream()
                .filter(from -> !from.matches("citizen|item|request|parameter\\.[a-z][a-zA-Z0-9]*"))
                .map(_ -> "'ask' can say citizen, item, request and parameter.NAME");
        return Stream.concat(pointers, asked);
    }

    URI address() {
        return URI.create(url);
    }

    Bounds bounds() {
        return new Bounds(Duration.ofMillis(deadlineMillis), atOnce, Duration.ofSeconds(restSeconds));
    }
}
