package banyan.acceptance;

import java.time.Instant;
import java.util.UUID;

/**
 * An appointment as it stands at the centre.
 *
 * @param code for the slip; whoever has it may change, cancel and check in
 * @param name its first character, the rest as stars
 */
public record Appointment(
        UUID id,
        String hall,
        String item,
        Instant starts,
        Instant ends,
        String code,
        String name,
        String origin,
        State state) {
    /** How it stands. */
    public enum State {
        /** The citizen is expected. */
        BOOKED,
        /** The citizen has come and has a number. */
        CHECKED_IN,
        /** The citizen does not come. */
        CANCELLED,
        /** The time is over and nobody has come. */
        MISSED
    }

    @Override
    public String toString() {
        return "Appointment[" + hall + ", " + item + ", " + state + "]";
    }
}
