package banyan.acceptance;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a terminal is told to do. It obeys between two visits, never in the middle of one; to be told twice does nothing more.
 *
 * @param expires from then on it is not carried out any more
 * @param text what is said on the screen, by language, where it says something
 * @param until how long that holds, where it holds for a time
 */
public record Directive(
        UUID id, Kind kind, Instant issued, Instant expires, Optional<Map<String, String>> text, Optional<Instant> until) {
    /** The longest text in one language. */
    public static final int LONGEST = 120;

    /** What is to be done. */
    public enum Kind {
        /** No visit begins from now on; the screen says why. */
        OUT_OF_SERVICE,
        /** Visits begin again. */
        BACK_IN_SERVICE,
        /** The screen says something to all who come. */
        NOTICE,
        /** Asks for a newer release now. */
        FETCH_CATALOGUE,
        /** Ends its program, which its service manager starts again. Done as soon as nobody is there; said to be done just before. */
        RESTART,
        /** Sends the last events of its log, see {@link LogLines}. */
        SEND_LOG
    }
}
