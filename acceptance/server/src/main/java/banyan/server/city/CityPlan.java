package banyan.server.city;

import banyan.server.wire.Json;
import banyan.server.wire.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which cases go to the city's platform and how, as {@code city.json} says it. A centre without that file keeps its cases to itself.
 *
 * @param name of the platform; it stands in the trace of every case that it moves, as {@code platform NAME}
 * @param items how cases of an item go there, by code; {@code *} is every other item, and an item that is not named stays here
 * @param rest the platform's interface over HTTP; needed where an item goes that way
 * @param codes 实施编码 of items, by their code here; cases of these have a number of 43 characters besides
 */
public record CityPlan(
        String name, Map<String, Way> items, Optional<CityDoor> rest, Optional<Map<String, String>> codes) {
    static final String ANY = "*";

    /** A centre whose cases go nowhere. */
    public static final CityPlan NONE = new CityPlan("none", Map.of(), Optional.empty(), Optional.empty());

    /** How a case gets there. */
    public enum Way {
        /** Over its interface. */
        REST,
        /** Somebody, or a robot, types it into the platform's own page and enters here what came of it. */
        HAND
    }

    public CityPlan {
        items = Map.copyOf(items);
        codes = codes.map(Map::copyOf);
    }

    /** Reads it; an {@link IOException} says what is wrong in it. */
    public static CityPlan in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        CityPlan plan = Json.read(Files.readAllBytes(file), CityPlan.class)
                .orElseThrow(() -> new IOException(file + " says nothing about the city's platform"));
        Optional<String> wrong = plan.mistake();
        if (wrong.isPresent()) {
            throw new IOException(file + ": " + wrong.get());
        }
        return plan;
    }

    private Optional<String> mistake() {
        if (!Names.isCode(name)) {
            return Optional.of("name must be a code such as city");
        }
        if (items.isEmpty() || !items.keySet().stream().allMatch(item -> item.equals(ANY) || Names.isCode(item))) {
            return Optional.of("items must name codes of items, or *");
        }
        if (items.containsValue(Way.REST) && rest.isEmpty()) {
            return Optional.of("an item goes by REST and no rest is described");
        }
        if (!numbered().values().stream().allMatch(NationalNumbers::isCode)) {
            return Optional.of("codes must have 31 characters: credit code, level, basic code");
        }
        return rest.flatMap(CityDoor::mistake);
    }

    /** The codes of items whose cases have a number of 43 characters. */
    Map<String, String> numbered() {
        return codes.orElse(Map.of());
    }

    /** Whether any case goes there. */
    boolean isOn() {
        return !items.isEmpty();
    }

    /** By whom a case is moved when the platform has said so. */
    String by() {
        return "platform " + name;
    }
}
