package banyan.server.staff;

import banyan.acceptance.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who is signed in, by a token that only that person's browser has: here is its hash. It ends when nobody uses it, and in any case. */
public final class Sessions {
    /** Without a request for so long, it ends. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** A day's work; then it ends whatever happens. */
    public static final Duration WHOLE = Duration.ofHours(10);

    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_-]{43}");

    private final Jdbi rows;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Jdbi rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Seen(Staff staff, Instant at) {}

    /** Begins one, for somebody who has just shown who he is; those of his that have ended go. */
    public String begin(Handle handle, String number) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        handle.createUpdate("DELETE FROM staff_session WHERE staff = :staff AND (begun_at <= :whole OR seen_at <= :idle)")
                .bind("staff", number)
                .bind("whole", now.minus(WHOLE))
                .bind("idle", now.minus(IDLE))
                .execute();
        handle.createUpdate("INSERT INTO staff_session (token, staff, begun_at, seen_at) VALUES (:token, :staff, :now, :now)")
                .bind("token", hash(token))
                .bind("staff", number)
                .bind("now", now)
                .execute();
        return token;
    }

    /** Who has this token, if it still counts. */
    public Optional<Staff> who(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return rows.withHandle(handle -> {
            Optional<Seen> seen = handle.createQuery("""
                            SELECT s.number, s.name, s.roles, t.seen_at FROM staff_session t JOIN staff s ON s.number = t.staff
                            WHERE t.token = :token AND t.begun_at > :whole AND t.seen_at > :idle AND NOT s.shut
                            """)
                    .bind("token", hash(token))
                    .bind("whole", now.minus(WHOLE))
                    .bind("idle", now.minus(IDLE))
                    .map((row, _) -> new Seen(
                            new Staff(
                                    row.getString("number"),
                                    row.getString("name"),
                                    roles((String[]) row.getArray("roles").getArray())),
                            row.getTimestamp("seen_at").toInstant()))
                    .findOne();
            seen.filter(one -> one.at().isBefore(now.minus(TOUCHED_EVERY)))
                    .ifPresent(_ -> handle.createUpdate("UPDATE staff_session SET seen_at = :now WHERE token = :token")
                            .bind("now", now)
                            .bind("token", hash(token))
                            .execute());
            return seen.map(Seen::staff);
        });
    }

    /** Which of these count. To be looked after in this way is not to be used: none is kept alive by it. */
    public Set<String> standing(Collection<String> tokens) {
        Instant now = clock.instant();
        Map<String, String> byHash = new HashMap<>();
        tokens.forEach(token -> byHash.put(HexFormat.of().formatHex(hash(token)), token));
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT encode(t.token, 'hex') FROM staff_session t JOIN staff s ON s.number = t.staff
                        WHERE encode(t.token, 'hex') = ANY(:hashes) AND t.begun_at > :whole AND t.seen_at > :idle AND NOT s.shut
                        """)
                .bindArray("hashes", String.class, List.copyOf(byHash.keySet()))
                .bind("whole", now.minus(WHOLE))
                .bind("idle", now.minus(IDLE))
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(hash -> Optional.ofNullable(byHash.get(hash)).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Ends this one. */
    public void end(Handle handle, String token) {
        handle.createUpdate("DELETE FROM staff_session WHERE token = :token")
                .bind("token", hash(token))
                .execute();
    }

    /** Ends all of this person's. */
    public void endAll(Handle handle, String number) {
        handle.createUpdate("DELETE FROM staff_session WHERE staff = :staff")
                .bind("staff", number)
                .execute();
    }

    static Set<Role> roles(String... names) {
        return Stream.of(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] hash(String token) {
        return Sha256.digest().digest(token.getBytes(StandardCharsets.US_ASCII));
    }
}
