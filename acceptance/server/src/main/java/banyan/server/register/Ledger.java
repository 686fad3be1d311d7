package banyan.server.register;

import banyan.server.register.DemonstrationRegister.Insured;
import banyan.server.register.Registers.Queried;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One kind of sample record that the demonstration register keeps of its people. */
interface Ledger {
    /**
     * Whom it is about.
     *
     * @param made what is made up for the number
     * @param insured how they pay, empty for somebody whom no register knows
     */
    record Citizen(Invention made, Optional<Insured> insured) {}

    /** The names of everything it can say. */
    Set<String> results();

    Queried query(Citizen who, Ask ask);

    /** As much of it as is wanted. */
    static Queried found(
            Ask ask, SortedMap<String, String> values, SortedMap<String, List<SortedMap<String, String>>> tables) {
        TreeMap<String, String> single = new TreeMap<>(values);
        // Said on each paper: whoever holds it must not take it for a record.
        single.put("source", "sample");
        TreeMap<String, List<SortedMap<String, String>>> rows = new TreeMap<>(tables);
        single.keySet().retainAll(ask.results());
        rows.keySet().retainAll(ask.results());
        return new Queried.Found(single, rows);
    }
}
