package banyan.server.notice;

import banyan.server.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent and how, as {@code notices.json} says it. A centre without that file sends nothing.
 *
 * @param webhook the gateway's address; without it messages go into files, as samples
 * @param templates by kind; {@code {when}} and {@code {hall}} are filled in and nothing else can be
 */
public record NoticePlan(Optional<String> webhook, Map<String, String> templates) {
    /** All that a message can say of an appointment: neither who comes nor the code that speaks for it. */
    static final Set<String> FILLED = Set.of("when", "hall");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern KIND = Pattern.compile("[A-Z0-9-]{1,40}");
    private static final int MOST = 500;

    /** A centre that sends nothing. */
    public static final NoticePlan NONE = new NoticePlan(Optional.empty(), Map.of());

    public NoticePlan {
        templates = Map.copyOf(templates);
    }

    /** Reads it; an {@link IOException} says what is wrong in it. */
    public static NoticePlan in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        NoticePlan plan = Json.read(Files.readAllBytes(file), NoticePlan.class)
                .orElseThrow(() -> new IOException(file + " says nothing about messages"));
        List<String> mistakes = plan.mistakes();
        if (!mistakes.isEmpty()) {
            throw new IOException(file + ": " + String.join("; ", mistakes));
        }
        return plan;
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (!webhook.map(NoticePlan::isAddress).orElse(true)) {
            mistakes.add("the webhook is no http or https address");
        }
        templates.forEach((kind, text) -> {
            boolean fillable = PLACE.matcher(text).results().allMatch(place -> FILLED.contains(place.group(1)));
            if (!KIND.matcher(kind).matches() || text.isBlank() || text.length() > MOST || !fillable) {
                mistakes.add("a template");
            }
        });
        return mistakes;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** The text of this kind; empty where nothing is sent about it. */
    public Optional<String> text(String kind, Map<String, String> values) {
        return Optional.ofNullable(templates.get(kind))
                .map(template -> PLACE.matcher(template)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
    }
}
