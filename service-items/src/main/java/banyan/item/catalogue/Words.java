package banyan.item.catalogue;

import banyan.item.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wording of reports. */
final class Words {
    private Words() {}

    /** {@code 'a', 'b' or 'c'}, in alphabetical order. */
    static String either(Collection<String> words) {
        var sorted = words.stream().sorted().map(word -> "'" + word + "'").toList();
        return sorted.size() < 2
                ? String.join("", sorted)
                : String.join(", ", sorted.subList(0, sorted.size() - 1)) + " or " + sorted.getLast();
    }

    static String tags() {
        return Language.ALL.stream().map(Language::tag).collect(Collectors.joining(" and "));
    }

    /** The known word that a mistyped one probably was. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= Math.max(1, typed.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** Letters to insert, drop or exchange (Levenshtein). */
    static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            var here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(Math.min(here[column - 1], above[column]) + 1, above[column - 1] + change);
            }
            above = here;
        }
        return above[other.length()];
    }
}
