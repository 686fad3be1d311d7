package banyan.acceptance;

import java.util.List;
import java.util.Optional;

/**
 * A refusal as it goes over the wire, in the form of RFC 9457 ({@code application/problem+json}). It holds codes only: nothing
 * the citizen or the terminal sent comes back in it.
 *
 * @param type {@code urn:banyan:problem:} and the code
 * @param title the code in plain English, for a developer
 * @param status HTTP status, the same as the answer's
 * @param code fixed identifier, see {@link Refusal#code()}
 * @param fields codes of the fields, parameters or materials that are meant; empty where none is
 * @param retryAfterSeconds how long to stay away at least; absent where the centre names no time. It says the same as the header
 *     {@code Retry-After}, which is not under the answer's signature and counts for nothing.
 */
public record Problem(
        String type, String title, int status, String code, List<String> fields, Optional<Integer> retryAfterSeconds) {
    /** How a problem begins its {@code type}. */
    public static final String TYPE = "urn:banyan:problem:";

    /** Media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        fields = List.copyOf(fields);
    }

    /** The problem that says this refusal. */
    public static Problem of(Refusal refusal, List<String> fields) {
        String words = refusal.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return new Problem(TYPE + refusal.code(), words, refusal.status(), refusal.code(), fields, Optional.empty());
    }

    /** The same, to be tried again after so many seconds. */
    public Problem after(int seconds) {
        return new Problem(type, title, status, code, fields, Optional.of(seconds));
    }
}
