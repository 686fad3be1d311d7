package banyan.cache;

import java.time.Duration;
import java.util.Optional;

/** What became of a call to the centre. */
public sealed interface Answer {
    /**
     * The centre did it.
     *
     * @param status the HTTP status, 200 to 299
     * @param body its answer, usually JSON; personal data, so {@link #toString} gives none of it
     */
    record Answered(int status, byte[] body) implements Answer {
        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * The centre said no.
     *
     * @param status the HTTP status
     * @param code the fixed code of its problem document, or {@code HTTP-status} where it sent none
     * @param retryAfter when it asked to be tried again
     */
    record Refused(int status, String code, Optional<Duration> retryAfter) implements Answer {}

    /** No answer, or none that is the centre's. Whether the call had its effect is not known. */
    record Unreachable(String code) implements Answer {}
}
