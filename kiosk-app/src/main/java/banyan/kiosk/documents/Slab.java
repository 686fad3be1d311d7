package banyan.kiosk.documents;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a document that is never cut: a line of a paragraph, a row of a table. Its marks are placed from its own upper left
 * corner.
 *
 * @param before empty space above it, which falls away at the top of a page
 * @param keepWithNext it may not be the last on a page
 * @param head what is drawn above it again where it is the first on a page
 */
record Slab(double before, double height, List<Mark> marks, boolean keepWithNext, Optional<Slab> head) {
    Slab {
        marks = List.copyOf(marks);
    }

    static Slab of(double before, double height, List<Mark> marks) {
        return new Slab(before, height, marks, false, Optional.empty());
    }

    Slab kept() {
        return new Slab(before, height, marks, true, head);
    }

    Slab under(Slab repeated) {
        return new Slab(before, height, marks, keepWithNext, Optional.of(repeated));
    }
}
