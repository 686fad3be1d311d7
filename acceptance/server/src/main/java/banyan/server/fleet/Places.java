package banyan.server.fleet;

import banyan.server.wire.Json;
import banyan.server.wire.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Where terminals stand, as {@code places.json} says it. A centre without that file knows of none where it stands. */
public record Places(List<District> districts, List<Place> terminals) {
    private static final int MOST_DISTRICTS = 200;
    private static final int MOST_TERMINALS = 20_000;
    private static final int LONGEST = 40;

    /** A centre that was not told. */
    public static final Places NONE = new Places(List.of(), List.of());

    public Places {
        districts = List.copyOf(districts);
        terminals = List.copyOf(terminals);
    }

    /**
     * A district.
     *
     * @param longitude in degrees, east is positive
     * @param latitude in degrees, north is positive
     */
    public record District(String district, String chinese, String english, double longitude, double latitude) {}

    /** Where one terminal stands. */
    public record Place(String terminal, String hall, String district) {}

    /** Where this one stands, where that is known. */
    public Optional<Place> of(String terminal) {
        return terminals.stream().filter(place -> place.terminal().equals(terminal)).findFirst();
    }

    /** Reads the file; an {@link IOException} names what is wrong in it. */
    public static Places in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Places places = Json.read(Files.readAllBytes(file), Places.class).orElseThrow(() -> new IOException(file + " says no places"));
        Optional<String> mistake = places.mistake();
        if (mistake.isPresent()) {
            throw new IOException(file + ": " + mistake.get());
        }
        return places;
    }

    private Optional<String> mistake() {
        Set<String> known = new HashSet<>();
        Set<String> placed = new HashSet<>();
        Predicate<String> name = words -> !words.isBlank() && words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl);
        boolean districtsHold = districts.size() <= MOST_DISTRICTS
                && districts.stream()
                        .allMatch(one -> Names.isCode(one.district())
                                && known.add(one.district())
                                && name.test(one.chinese())
                                && name.test(one.english())
                                && Math.abs(one.longitude()) <= 180
                                && Math.abs(one.latitude()) <= 90);
        if (!districtsHold) {
            return Optional.of("a district twice, or its code, names or coordinates");
        }
        boolean terminalsHold = terminals.size() <= MOST_TERMINALS
                && terminals.stream()
                        .allMatch(one -> Names.isTerminal(one.terminal())
                                && placed.add(one.terminal())
                                && name.test(one.hall())
                                && known.contains(one.district()));
        return terminalsHold ? Optional.empty() : Optional.of("a terminal twice, its number, its hall, or a district that is not there");
    }
}
