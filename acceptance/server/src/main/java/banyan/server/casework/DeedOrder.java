package banyan.server.casework;

import banyan.acceptance.CaseStand;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a clerk wants done to a case.
 *
 * @param deed as in {@link Deed#code}; a citizen's own deeds are none of a clerk's
 * @param version the case's that the clerk has seen
 * @param to the number of another clerk, for HAND-OVER; nobody is everybody
 * @param material for COMPARE
 * @param words for ASK and NOTE; may be left out of a decision
 * @param again why something is asked once more, for an ASK that is not the first
 * @param things for ASK
 * @param days working days for the answer, for ASK
 * @param grounds codes of the item's list, for a decision
 * @param data what the decision's document says besides, by name
 */
public record DeedOrder(
        String deed,
        int version,
        Optional<String> to,
        Optional<String> material,
        Optional<String> words,
        Optional<String> again,
        Optional<List<CaseStand.Thing>> things,
        Optional<Integer> days,
        Optional<List<String>> grounds,
        Optional<SortedMap<String, String>> data) {
    static final int MOST_WORDS = 2000;
    static final int MOST_WORDS_OF_A_THING = 500;
    static final int MOST_THINGS = 50;
    static final int MOST_DAYS = 60;
    static final int MOST_DATA = 40;

    @Override
    public String toString() {
        return "DeedOrder[" + version + "]";
    }
}
