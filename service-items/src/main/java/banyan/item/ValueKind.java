package banyan.item;

import java.util.Map;

/** What kind of {@link Value} stands behind a name that a package declares. */
public sealed interface ValueKind {
    record Text(Mask mask) implements ValueKind {}

    /** A whole number. */
    record Count() implements ValueKind {}

    /** Yuan. */
    record Money() implements ValueKind {}

    record YesNo() implements ValueKind {}

    record Date() implements ValueKind {}

    record Month() implements ValueKind {}

    record Moment() implements ValueKind {}

    /** One of a few codes; the package has their words, so that the centre need not know languages. */
    record Word(Map<String, LocalText> words) implements ValueKind {
        public Word {
            words = Map.copyOf(words);
        }
    }

    record Rows(Map<String, ValueKind> columns) implements ValueKind {
        public Rows {
            columns = Map.copyOf(columns);
        }
    }

    record Ink() implements ValueKind {}
}
