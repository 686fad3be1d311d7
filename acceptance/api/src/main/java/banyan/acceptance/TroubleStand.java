package banyan.acceptance;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of a trouble.
 *
 * @param owner who sees to it
 * @param answerBy the last day of the promised answer
 * @param words of whoever saw to it, to the citizen, once it is closed
 */
public record TroubleStand(String trace, State state, String owner, LocalDate answerBy, Optional<String> words) {
    /** How far it is. */
    public enum State {
        RECEIVED,
        /** Somebody has taken it on. */
        UNDER_WAY,
        CLOSED
    }
}
