package banyan.cache;

import java.time.Duration;
import java.util.Optional;

/** What became of a call to the centre. Only the first two are the centre's own word: its signature under the answer was right. */
public sealed interface Reply<T> {
    /** The centre did it. {@link #toString} gives nothing of the value, which may be personal. */
    record Answered<T>(T value) implements Reply<T> {
        @Override
        public String toString() {
            return "Answered";
        }
    }

    /**
     * The centre said no.
     *
     * @param status the HTTP status
     * @param code of its problem document, see {@link banyan.acceptance.Refusal}; {@code HTTP-status} where it sent none
     * @param retryAfter how long it asked to stay away, under its signature
     */
    record Refused<T>(int status, String code, Optional<Duration> retryAfter) implements Reply<T> {}

    /** No answer, or none that is the centre's. Whether the call had its effect is not known. */
    record Unreachable<T>(String code) implements Reply<T> {}
}
