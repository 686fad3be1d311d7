package banyan.acceptance;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A number in a queue, as it stands now.
 *
 * @param number such as {@code A001}; each day begins anew
 * @param day in the centre's zone
 * @param ahead how many are called before, as it stands now
 * @param window where it was called to
 */
public record Ticket(
        String hall, String queue, LocalDate day, String number, int ahead, State state, Optional<String> window) {
    /** How it stands. */
    public enum State {
        WAITING,
        CALLED,
        /** Was called and did not come. */
        SKIPPED,
        SERVED
    }
}
