package banyan.server.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a case's trace.
 *
 * @param seq from 1
 * @param by citizen, centre, {@code staff NUMBER}, {@code rules VERSION} or {@code platform NAME}
 * @param code a reason or a name that belongs to it
 * @param words of a clerk
 */
public record CaseEvent(
        int seq, String deed, CaseState state, String by, Instant at, Optional<String> code, Optional<String> words) {
    /** Without the words: they may name somebody. */
    @Override
    public String toString() {
        return "CaseEvent[" + seq + ", " + deed + "]";
    }
}
