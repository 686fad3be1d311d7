package banyan.server.register;

import banyan.acceptance.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What other departments' registers, the licence library and earlier filings say of a citizen. */
public interface Registers {
    /** Everything known of this citizen under these names. */
    List<Fact> facts(String citizen, Set<String> names, LocalDate today);

    /** What became of a query for a certificate. */
    sealed interface Queried {
        /**
         * The results by name.
         *
         * @param values single results
         * @param tables results that are rows
         */
        record Found(SortedMap<String, String> values, SortedMap<String, List<SortedMap<String, String>>> tables)
                implements Queried {
            @Override
            public String toString() {
                return "Found";
            }
        }

        /** There is nothing about this citizen. */
        record Nothing() implements Queried {}

        /**
         * It cannot be asked so.
         *
         * @param parameters the names of those that are missing or out of range
         */
        record Wrong(List<String> parameters) implements Queried {
            public Wrong {
                parameters = List.copyOf(parameters);
            }
        }
    }

    /**
     * The results of these names about this citizen, for these parameters; empty where this register does not have all of them.
     */
    Optional<Queried> query(String citizen, Set<String> results, SortedMap<String, String> parameters, LocalDate today);
}
