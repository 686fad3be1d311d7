package banyan.item.catalogue;

import banyan.item.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one package, so that its author sees all of them at once. */
final class Mistakes {
    private final String folder;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String folder) {
        this.folder = folder;
    }

    void add(Place place, String sentence) {
        var mistake = new Mistake(folder, place, sentence);
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    boolean noneIn(String file) {
        return found.stream().noneMatch(mistake -> mistake.place().file().equals(file));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** By file and line. */
    List<Mistake> all() {
        return found.stream()
                .sorted(Comparator.comparing(
                                (Mistake mistake) -> mistake.place().file())
                        .thenComparingInt(mistake -> mistake.place().line()))
                .toList();
    }
}
