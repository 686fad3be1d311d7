package banyan.item;

import java.util.List;

/** What became of filling a template: a whole document, or the names of what was missing. Paper never has a hole. */
public sealed interface Filling {
    record Filled(FilledDocument document) implements Filling {}

    /** Nothing may be printed from this. */
    record Incomplete(List<Missing> missing) implements Filling {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * One value that was missing.
     *
     * @param name the placeholder's name, never its value
     * @param reason why there is nothing to print
     */
    record Missing(String name, Reason reason) {}

    enum Reason {
        NOT_GIVEN,
        EMPTY,
        /** The value is there, but the format does not suit it: a month of a telephone number. */
        FORMAT_DOES_NOT_FIT
    }
}
