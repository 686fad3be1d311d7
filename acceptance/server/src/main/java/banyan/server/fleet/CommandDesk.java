package banyan.server.fleet;

import banyan.acceptance.Directive;
import banyan.acceptance.Directive.Kind;
import banyan.acceptance.Refusal;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What those who look after the terminals ask and order. */
public final class CommandDesk {
    private static final int MOST_TERMINALS = 2_000;
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final Jdbi rows;
    private final Fleet fleet;
    private final Directives directives;
    private final Supplier<Set<String>> known;
    private final InstantSource clock;

    public CommandDesk(Jdbi rows, Fleet fleet, Directives directives, Supplier<Set<String>> known, InstantSource clock) {
        this.rows = rows;
        this.fleet = fleet;
        this.directives = directives;
        this.known = known;
        this.clock = clock;
    }

    /**
     * What is to be done, and where. Sent again under the same name it is the same directive.
     *
     * @param text what is said on the screen, by language; for a closing and a notice
     * @param until how long that holds, where it does not hold until it is taken back
     * @param expires from then on nobody is told any more
     */
    public record Order(
            UUID id, List<String> terminals, Kind kind, Optional<Map<String, String>> text, Optional<Instant> until, Instant expires) {}

    /** What one terminal has said of a directive; {@code EXPIRED} where its time was over before it said its last word. */
    public record Word(String terminal, String standing, Optional<String> code, Optional<Instant> told, Optional<Instant> answered) {}

    /** What all have said of it so far. */
    public record Words(UUID id, List<Word> terminals) {}

    /** {@code GET /staff/api/fleet} */
    public Reply view(Call call) {
        return Reply.json(200, fleet.view());
    }

    /** {@code POST /staff/api/directives} */
    public Reply order(Call call) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Order> said = Json.read(call.body(), Order.class).filter(order -> holds(order, now));
        if (said.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Order order = said.get();
        if (!known.get().containsAll(order.terminals())) {
            return Reply.refused(StaffRefusal.UNKNOWN);
        }
        Directive directive = new Directive(order.id(), order.kind(), now, order.expires(), order.text(), order.until());
        rows.useTransaction(handle -> {
            boolean unheard = handle.createQuery("SELECT count(*) FROM directive WHERE id = :id")
                            .bind("id", order.id())
                            .mapTo(Integer.class)
                            .one()
                    == 0;
            if (unheard) {
                directives.issue(handle, call.staff(), directive, order.terminals());
            }
        });
        return Reply.json(200, words(order.id()));
    }

    /** {@code GET /staff/api/directives/{id}}: what the terminals have said so far. */
    public Reply words(Call call) {
        Words words = words(UUID.fromString(call.named("id")));
        return words.terminals().isEmpty() ? Reply.refused(StaffRefusal.UNKNOWN) : Reply.json(200, words);
    }

    private Words words(UUID id) {
        Instant now = clock.instant();
        return new Words(id, rows.withHandle(handle -> handle.createQuery("""
                        SELECT terminal, CASE WHEN standing IN ('OPEN', 'SEEN') AND expires_at <= :now THEN 'EXPIRED' ELSE standing END AS standing,
                               code, told_at, answered_at
                        FROM directive WHERE id = :id ORDER BY terminal
                        """)
                .bind("now", now)
                .bind("id", id)
                .map((row, _) -> new Word(
                        row.getString("terminal"),
                        row.getString("standing"),
                        Optional.ofNullable(row.getString("code")),
                        Optional.ofNullable(row.getTimestamp("told_at")).map(java.sql.Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(java.sql.Timestamp::toInstant)))
                .list()));
    }

    private static boolean holds(Order order, Instant now) {
        boolean speaks = order.kind() == Kind.OUT_OF_SERVICE || order.kind() == Kind.NOTICE;
        Instant latest = now.plus(LONGEST);
        return !order.terminals().isEmpty()
                && order.terminals().size() <= MOST_TERMINALS
                && new HashSet<>(order.terminals()).size() == order.terminals().size()
                && order.terminals().stream().allMatch(Names::isTerminal)
                && order.text().isPresent() == speaks
                && order.text().stream().allMatch(CommandDesk::holds)
                && (speaks || order.until().isEmpty())
                && order.until().stream().allMatch(until -> until.isAfter(now) && !until.isAfter(latest))
                && order.expires().isAfter(now)
                && !order.expires().isAfter(latest);
    }

    /** In both languages, for whoever stands there reads one of them. */
    private static boolean holds(Map<String, String> text) {
        return text.keySet().equals(LANGUAGES)
                && text.values().stream()
                        .allMatch(words -> !words.isBlank()
                                && words.length() <= Directive.LONGEST
                                && words.chars().noneMatch(Character::isISOControl));
    }
}
