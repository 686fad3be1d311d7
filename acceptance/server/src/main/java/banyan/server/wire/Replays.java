package banyan.server.wire;

import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.server.store.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;

/**
 * Signed requests that were captured and are played again. Most have one effect however often they come; those that ask about somebody, delete
 * something, or count because they came last are remembered for as long as their date is taken. An honest repeat, of a line that broke or a
 * finger that was quick, comes within seconds and is answered as the first.
 */
public final class Replays {
    /** How late an honest repeat is at most; the next one has another date, and so another signature. */
    static final Duration HONEST = Duration.ofSeconds(15);

    /** Longer than a date is taken that was ahead of our clock by all it may. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2 * Request.MAX_SKEW_SECONDS + 300);

    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
    private static final Set<Route.Kind> SIGNED =
            EnumSet.of(Route.Kind.JSON, Route.Kind.JSON_TOGETHER, Route.Kind.PDF);

    /** What of one name may be put there again and again, and the last of them counts. */
    private static final Set<String> LAST_COUNTS = Set.of(
            "PUT /api/v1/heartbeat",
            "PUT /api/v1/drafts/{id}",
            "PUT /api/v1/appointments/{id}/changed",
            "PUT /api/v1/releases/{number}/standing");

    private final Jdbi rows;
    private final InstantSource clock;
    private final AtomicReference<Instant> swept;

    public Replays(Jdbi rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
        this.swept = new AtomicReference<>(clock.instant());
    }

    /** The route, shut to what is played again where that would have an effect. */
    public Route guarded(Route route) {
        return matters(route)
                ? new Route(route.method(), route.path(), route.kind(), route.may(), call -> once(route, call))
                : route;
    }

    static boolean matters(Route route) {
        boolean read = route.method().equals("GET") || route.method().equals("HEAD");
        boolean put = route.method().equals("PUT");
        return SIGNED.contains(route.kind())
                && !read
                && (!put || LAST_COUNTS.contains(route.method() + " " + route.path()));
    }

    private Reply once(Route route, Call call) throws java.io.IOException {
        // Whom the line itself has shown to be a terminal has signed nothing, and nobody can play the line.
        Optional<byte[]> signature = call.said(Request.SIGNATURE).map(Base64.getDecoder()::decode);
        if (signature.isPresent() && isReplay(call.terminal(), signature.get())) {
            return Reply.refused(Refusal.REQUEST_REPLAYED);
        }
        return route.handler().handle(call);
    }

    private boolean isReplay(String terminal, byte[] signature) {
        Instant now = clock.instant();
        sweep(now);
        Instant first = rows.withHandle(handle -> handle.createQuery("""
                        INSERT INTO request_seen AS seen (terminal, signature, seen_at) VALUES (:terminal, :signature, :now)
                        ON CONFLICT (terminal, signature) DO UPDATE SET seen_at = seen.seen_at RETURNING seen_at
                        """)
                .bind("terminal", terminal)
                .bind("signature", Hashes.bytes(Sha256.of(signature)))
                .bind("now", now)
                .map((row, _) -> row.getTimestamp(1).toInstant())
                .one());
        return first.plus(HONEST).isBefore(now);
    }

    private void sweep(Instant now) {
        Instant last = swept.get();
        if (Duration.between(last, now).abs().compareTo(SWEPT_EVERY) > 0 && swept.compareAndSet(last, now)) {
            rows.useHandle(handle -> handle.createUpdate("DELETE FROM request_seen WHERE seen_at < :before")
                    .bind("before", now.minus(REMEMBERED))
                    .execute());
        }
    }
}
