package banyan.server.wire;

import banyan.acceptance.Problem;
import banyan.acceptance.Refusal;
import banyan.server.staff.StaffRefusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes back: status, media type, bytes.
 *
 * @param mediaType empty where there is no body
 * @param headers besides those that every answer has
 */
public record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public Reply(int status, String mediaType, byte[] body) {
        this(status, mediaType, body, Map.of());
    }

    /** The same with these headers besides. */
    public Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, mediaType, body, all);
    }

    /** What {@code HEAD} gives back of it: a body that is not sent must not be under the signature. */
    Reply headOnly() {
        return new Reply(status, "", new byte[0], headers);
    }

    /** A record as JSON. */
    public static Reply json(int status, Object value) {
        return json(status, Json.write(value));
    }

    /** JSON that has been written before. */
    public static Reply json(int status, byte[] written) {
        return new Reply(status, JSON, written);
    }

    /** Done, nothing to say. */
    public static Reply done() {
        return new Reply(204, "", new byte[0]);
    }

    /** Done, and the caller expects 200. */
    public static Reply noted() {
        return new Reply(200, "", new byte[0]);
    }

    /** Refused, for this reason. */
    public static Reply refused(Refusal refusal) {
        return refused(refusal, List.of());
    }

    /** Refused, for this reason, because of these fields, parameters or materials. */
    public static Reply refused(Refusal refusal, List<String> fields) {
        Problem problem = Problem.of(refusal, fields);
        OptionalInt wait = ComeBack.after(refusal);
        if (wait.isEmpty()) {
            return new Reply(refusal.status(), Problem.MEDIA_TYPE, Json.write(problem));
        }
        byte[] body = Json.write(problem.after(wait.getAsInt()));
        return new Reply(
                refusal.status(),
                Problem.MEDIA_TYPE,
                body,
                Map.of("Retry-After", Integer.toString(wait.getAsInt())));
    }

    /** Refused to staff, for this reason. */
    public static Reply refused(StaffRefusal refusal) {
        Problem problem = new Problem(
                Problem.TYPE + refusal.code(), refusal.title(), refusal.status(), refusal.code(), List.of(), Optional.empty());
        return new Reply(refusal.status(), Problem.MEDIA_TYPE, Json.write(problem));
    }

    /** The same, and from now on this browser has this session, or none where the token is empty. */
    public Reply withSession(String token, boolean secure) {
        return with(StaffGate.cookie(token, secure));
    }

    /** A web page. */
    public static Reply page(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
