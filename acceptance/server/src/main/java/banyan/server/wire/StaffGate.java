package banyan.server.wire;

import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.staff.StaffRefusal;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in who is signed in and has the role, and nothing that another site has sent: a browser says where a request comes from,
 * and what changes something must come from a page of this centre.
 */
final class StaffGate {
    /** The name a cookie must have so that browsers take it for this host alone and by TLS alone. */
    private static final String SECURE_COOKIE = "__Host-banyan-staff";
    /** On this machine there is no TLS to ask for. */
    private static final String LOCAL_COOKIE = "banyan-staff";

    private static final String API = "/staff/api/";

    private final Sessions sessions;

    StaffGate(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Whether the request may go on. */
    sealed interface Verdict {
        record In(Caller caller) implements Verdict {}

        record Away(Reply reply) implements Verdict {}
    }

    /** Judges it before its body is read. */
    Verdict look(Route route, Context ctx) {
        boolean reads = route.method().equals("GET") || route.method().equals("HEAD");
        if (!reads && !fromOurPage(ctx)) {
            return new Verdict.Away(Reply.refused(StaffRefusal.OTHER_SITE));
        }
        boolean secure = !local(ctx);
        String token = token(ctx);
        Optional<Staff> staff = token.isEmpty() ? Optional.empty() : sessions.who(token);
        Caller caller = new Caller(staff, token, secure);
        if (route.kind() == Route.Kind.STAFF_DOOR) {
            return new Verdict.In(caller);
        }
        boolean api = route.path().startsWith(API);
        if (staff.isEmpty()) {
            return new Verdict.Away(api ? Reply.refused(StaffRefusal.SIGNED_OUT) : toSignIn(ctx));
        }
        if (!staff.get().may(route.may())) {
            return new Verdict.Away(api ? Reply.refused(StaffRefusal.NOT_YOURS) : notYours());
        }
        return new Verdict.In(caller);
    }

    /** The session that this browser says it has. */
    String token(Context ctx) {
        return Optional.ofNullable(ctx.cookie(local(ctx) ? LOCAL_COOKIE : SECURE_COOKIE)).orElse("");
    }

    /** The header that gives a browser its session, or takes it away where the token is empty. */
    static Map<String, String> cookie(String token, boolean secure) {
        String ends = token.isEmpty() ? "; Max-Age=0" : "";
        return Map.of(
                "Set-Cookie",
                secure
                        ? SECURE_COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Secure" + ends
                        : LOCAL_COOKIE + "=" + token + "; Path=/staff; HttpOnly; SameSite=Strict" + ends);
    }

    private static boolean fromOurPage(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = ctx.header("Origin");
        String host = ctx.header("Host");
        return origin != null && host != null && origin.replaceFirst("^https?://", "").equals(host);
    }

    private static boolean local(Context ctx) {
        String host = Optional.ofNullable(ctx.header("Host")).orElse("").replaceFirst(":[0-9]+$", "");
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    private static Reply toSignIn(Context ctx) {
        String next = URLEncoder.encode(ctx.path(), StandardCharsets.UTF_8);
        return new Reply(303, "", new byte[0], Map.of("Location", "/staff/sign-in?next=" + next));
    }

    private static Reply notYours() {
        return Reply.page(
                403,
                "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>403</title>"
                        + "<p>这一页不归您的岗位。 · This page is not for your role. <p><a href=/staff>榕 Banyan</a></html>");
    }
}
