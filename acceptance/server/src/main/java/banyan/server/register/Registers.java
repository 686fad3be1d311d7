package banyan.server.register;

import banyan.acceptance.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What other departments' registers, the licence library and earlier filings say of a citizen. */
public interface Registers {
    /** Everything known of this citizen under these names; what a provider cannot say now is not among it. */
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

        /** Whoever knows cannot say it now: ask later, or elsewhere. */
        record Away(Why why) implements Queried {}
    }

    /** Why a provider says nothing. */
    enum Why {
        /** It did not answer in its time. */
        SLOW,
        /** It could not be reached, or the connection broke. */
        UNREACHED,
        /** It said itself that something is wrong with it. */
        ILL,
        /** What it said cannot be understood. */
        NOT_UNDERSTOOD,
        /** It said more than it may. */
        TOO_LARGE,
        /** So many ask it already that one more is not let through. */
        CROWDED,
        /** It has failed so often that it is left alone for a while. */
        LEFT_ALONE
    }

    /**
     * What became of a query, and who was asked.
     *
     * @param provider its fixed name
     */
    record Told(String provider, Queried queried) {}

    /** What the first provider that has this item's results says; empty where none has. */
    Optional<Told> query(Ask ask);
}
