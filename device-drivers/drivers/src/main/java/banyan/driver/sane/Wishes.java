package banyan.driver.sane;

import banyan.device.Scanner.Colour;
import banyan.device.Scanner.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the site wants, and which of a scanner's own words means it. Pure.
 *
 * @param flatbed the site's name for the source, as {@code feeder} and {@code bothSides}; empty for the usual ones
 * @param width in millimetres, as {@code height}
 */
record Wishes(String flatbed, String feeder, String bothSides, int width, int height) {
    /** The scanner's own name for a source; empty where it has none. */
    Optional<String> source(Source source, List<String> names) {
        return switch (source) {
            case FLATBED -> named(flatbed, names, name -> name.contains("flatbed"));
            case FEEDER -> named(feeder, names, name -> isFeeder(name) && !isDuplex(name) && !name.contains("back"));
            case FEEDER_BOTH_SIDES -> named(bothSides, names, name -> isFeeder(name) && isDuplex(name));
        };
    }

    private static boolean isFeeder(String name) {
        return name.contains("adf") || name.contains("feeder");
    }

    private static boolean isDuplex(String name) {
        return name.contains("duplex") || name.contains("both");
    }

    private static Optional<String> named(String given, List<String> names, Predicate<String> usual) {
        return names.stream()
                .filter(name -> given.isEmpty() ? usual.test(name.toLowerCase(Locale.ROOT)) : name.equals(given))
                .findFirst();
    }

    /** The scanner's own name for a mode of eight bits a channel; empty where it has none. */
    static Optional<String> mode(Colour colour, List<String> names) {
        String word = switch (colour) {
            case COLOUR -> "color";
            case GREY -> "gray";
        };
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(word))
                .findFirst();
    }

    /** The nearest of these that is not less, else the greatest; as it is where there is nothing to choose. */
    static int resolution(int wanted, List<Integer> there) {
        return there.stream()
                .filter(value -> value >= wanted)
                .min(Integer::compare)
                .or(() -> there.stream().max(Integer::compare))
                .orElse(wanted);
    }

    /** The nearest that is not less on a scale from {@code least} in steps of {@code step}, else the greatest. */
    static int resolution(int wanted, int least, int most, int step) {
        if (wanted <= least) {
            return least;
        }
        int width = Math.max(1, step);
        long next = least + Math.ceilDiv((long) wanted - least, width) * width;
        return (int) Math.min(next, most);
    }
}
