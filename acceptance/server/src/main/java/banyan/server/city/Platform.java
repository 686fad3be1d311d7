package banyan.server.city;

import banyan.server.casework.CaseState;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The city's platform, which takes a case and says how it stands. Codes are fixed words and never of a person. */
public interface Platform {
    /**
     * Hands a case over. The same {@code id} again is the same case there, and gets the same number.
     *
     * @param form what is said of it, by our names
     */
    Pushed push(UUID id, SortedMap<String, String> form);

    /** Asks how the case stands to which it gave this number. */
    Told ask(String theirs);

    /** What became of a case that was handed over. */
    sealed interface Pushed {
        record Taken(String theirs) implements Pushed {}

        /** Not now. */
        record Later(String code) implements Pushed {}

        /** Not so. */
        record Never(String code) implements Pushed {}
    }

    /** What it says of a case. */
    sealed interface Told {
        /**
         * The case is there.
         *
         * @param words said about it; of a decision these are the grounds
         * @param data what the document of a decision says besides
         */
        record At(CaseState stage, String words, SortedMap<String, String> data) implements Told {
            public At {
                data = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(data));
            }

            @Override
            public String toString() {
                return "At[" + stage + "]";
            }
        }

        /** Nothing that concerns us yet. */
        record Nothing() implements Told {}

        record Later(String code) implements Told {}

        record Never(String code) implements Told {}
    }
}
