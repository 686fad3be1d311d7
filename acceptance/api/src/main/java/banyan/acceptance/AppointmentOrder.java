package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;

/**
 * 预约: a citizen wants to come at this time. It goes under a name of its own; the first stands.
 *
 * @param hall code of the hall
 * @param item code of the item
 * @param starts the beginning of the time, as {@link Halls.Slot} says it
 * @param citizen number of the citizen's card; the centre keeps a keyed hash of it
 * @param name the centre keeps its first character
 * @param phone given on purpose, to be told about this appointment
 * @param origin through which channel it was booked, such as {@code TERMINAL}, {@code WEB} or {@code TELEPHONE}
 * @param at when, by the terminal's clock
 */
public record AppointmentOrder(
        String hall,
        String item,
        Instant starts,
        String citizen,
        String name,
        Optional<String> phone,
        String origin,
        Instant at) {
    @Override
    public String toString() {
        return "AppointmentOrder[" + hall + ", " + item + "]";
    }
}
