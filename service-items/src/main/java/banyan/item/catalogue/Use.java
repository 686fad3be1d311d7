package banyan.item.catalogue;

import banyan.item.Place;
import banyan.item.Wording;
import java.util.Optional;
import java.util.Set;

/** Somewhere a value is named, kept until everything that could be named has been read. */
sealed interface Use {
    Place place();

    /** What it belongs to, for the report: {@code block 3}. */
    String subject();

    Scope scope();

    /**
     * A text with placeholders.
     *
     * @param rows the table's value whose columns {@code row.…} names
     * @param extra names given on the spot, such as a check's own numbers
     * @param guarded names that are certainly there, because the text is left out without them
     */
    record Text(
            Place place,
            String subject,
            Wording wording,
            Scope scope,
            Optional<String> rows,
            Set<String> extra,
            Set<String> guarded)
            implements Use {
        public Text {
            extra = Set.copyOf(extra);
            guarded = Set.copyOf(guarded);
        }
    }

    /** A name by itself: of a table's rows, of a signature, of what a block stands or falls with. */
    record Name(Place place, String subject, String name, Wanted wanted, Scope scope, Set<String> guarded)
            implements Use {
        public Name {
            guarded = Set.copyOf(guarded);
        }
    }

    enum Wanted {
        ANYTHING,
        ROWS,
        INK
    }

    /** Which values can be named. */
    sealed interface Scope {
        record Document(String template) implements Scope {}

        /** Said while the form is filled in. */
        record Sentence() implements Scope {}

        record Milestone() implements Scope {}

        /** The grounds of a decision at once. */
        record Instant() implements Scope {}
    }
}
