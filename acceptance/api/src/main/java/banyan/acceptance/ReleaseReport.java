package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;

/**
 * What a terminal has done with a release.
 *
 * @param standing what became of it
 * @param fault why it was not taken, as a fixed code
 * @param at when, by the terminal's clock
 */
public record ReleaseReport(Standing standing, Optional<String> fault, Instant at) {
    /** What became of a release at one terminal. */
    public enum Standing {
        /** It is shown. */
        ACTIVE,
        /** It was not what was signed, or not newer: nothing of it is here. */
        REFUSED,
        /** It was switched to and did not work; the one before is shown again. */
        ROLLED_BACK
    }
}
