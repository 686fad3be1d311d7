package banyan.server.wire;

import banyan.acceptance.Problem;
import banyan.server.staff.Role;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing the centre can be asked.
 *
 * @param method upper case
 * @param path with its variables in braces, as in the OpenAPI description
 * @param kind how it is guarded
 * @param may the roles of which somebody needs one, where it is for staff
 */
public record Route(String method, String path, Kind kind, Set<Role> may, Handler handler) {
    /** One that is not for staff. */
    public Route(String method, String path, Kind kind, Handler handler) {
        this(method, path, kind, Set.of(), handler);
    }

    /** One for whoever has any of these roles. Pages are under {@code /staff/}, JSON is under {@code /staff/api/}. */
    public static Route staff(String method, String path, Set<Role> may, Handler handler) {
        return new Route(method, path, Kind.STAFF, Set.copyOf(may), handler);
    }

    /** How a route is guarded. */
    public enum Kind {
        /** Signed by a terminal, JSON body. */
        JSON,
        /**
         * The same where many share one transaction or wait for somebody else with no connection in hand, so that more of them may be
         * under way than there are connections.
         */
        JSON_TOGETHER,
        /** Signed by a terminal, a PDF that is no larger than JSON may be. */
        PDF,
        /** Signed by a terminal, body named by its hash in the path. */
        PAPER,
        /** A chunk of a paper, or a question about one, by whoever has the token in the path; a terminal may sign all the same. */
        UPLOAD,
        /** For anybody; the answer is signed. */
        OPEN,
        /** A small JSON body or none, from anybody; the answer is signed under {@code /api}, and not where a page of ours asks in a browser. */
        STRANGER,
        /** For anybody with a browser. */
        PAGE,
        /** For a browser on this machine. */
        PAGE_HERE,
        /** For whoever is signed in at the centre and has one of the route's roles: a page, or a small JSON body from one. */
        STAFF,
        /**
         * The same, to whoever asks for {@code text/event-stream} again each time it has changed, as long as the session lasts. The handler is
         * asked for all of them together and by nobody: what it answers is the same for whoever may ask.
         */
        STAFF_LIVE,
        /** The pages of the sign-in itself, and the files of which the staff's pages are made. */
        STAFF_DOOR
    }

    /** Does what was asked. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The answer.
         *
         * @throws IOException if the body does not arrive or the paper store fails
         */
        Reply handle(Call call) throws IOException;
    }

    /** A refusal as somebody with a browser can read it; everything else as it is. */
    Reply shown(Reply reply) {
        boolean staffPage = (kind == Kind.STAFF || kind == Kind.STAFF_LIVE || kind == Kind.STAFF_DOOR) && !path.startsWith("/staff/api/");
        boolean forBrowsers = kind == Kind.PAGE || kind == Kind.PAGE_HERE || staffPage;
        return forBrowsers && reply.mediaType().equals(Problem.MEDIA_TYPE)
                ? Reply.page(
                        reply.status(),
                        "<!doctype html><meta charset=utf-8><p>现在说不了，请稍后再试。 · Not now; please try again later.")
                : reply;
    }

    /** The variables in this path, where a terminal may put something there by this route. */
    public Optional<Map<String, String>> puts(String path) {
        String[] mine = this.path.split("/", -1);
        String[] asked = path.split("/", -1);
        if (!method.equals("PUT") || kind != Kind.JSON && kind != Kind.JSON_TOGETHER && kind != Kind.PDF || mine.length != asked.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int at = 0; at < mine.length; at++) {
            if (!mine[at].startsWith("{")) {
                if (!mine[at].equals(asked[at])) {
                    return Optional.empty();
                }
                continue;
            }
            String name = mine[at].substring(1, mine[at].length() - 1);
            boolean formed = UUIDS.contains(name)
                    ? Names.uuid(asked[at]).isPresent()
                    : asked[at].matches("[0-9A-Za-z-]{1,64}");
            if (!formed) {
                return Optional.empty();
            }
            variables.put(name, asked[at]);
        }
        return Optional.of(variables);
    }

    /** The variables of routes that are UUIDs. */
    static final Set<String> UUIDS = Set.of("id", "request", "case", "deposit");
}
