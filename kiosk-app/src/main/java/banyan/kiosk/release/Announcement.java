package banyan.kiosk.release;

import banyan.item.LocalText;
import java.time.Instant;

/**
 * What is said to all who come, for a time: a notice, or why the terminal is out of service.
 *
 * @param text plain words, for the screen alone
 */
public record Announcement(Instant from, Instant until, LocalText text) {
    /** The longest a text may be: two lines on the smallest screen. */
    public static final int LONGEST = 120;

    boolean holds(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
