package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;

/**
 * What a terminal has done with a directive.
 *
 * @param code why it was not carried out, as a fixed code
 * @param at when, by the terminal's clock
 */
public record DirectiveAnswer(Standing standing, Optional<String> code, Instant at) {
    /** What became of it. */
    public enum Standing {
        /** It is here and waits for the end of a visit. */
        SEEN,
        /** It was carried out. */
        DONE,
        /** It will not be carried out. */
        REFUSED
    }
}
