package banyan.server.reckoning;

import banyan.acceptance.Reckoning;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.server.store.Hashes;
import banyan.server.store.Outbox;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows of the terminals' days, and the centre's own that they are compared with. */
public final class DayRows {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Jdbi rows;

    public DayRows(Jdbi rows) {
        this.rows = rows;
    }

    /** What the centre holds under a name. */
    record Own(Sha256 payload, Optional<String> acceptanceNumber) {}

    /** A day, and the part of all names that is looked at. */
    record Span(Instant from, Instant before, Optional<SubmissionId> after, Optional<SubmissionId> through) {}

    /** What came of comparing a page. */
    record Outcome(int waiting, List<Gap> gaps, byte[] answer) {}

    /**
     * Something the two books say otherwise.
     *
     * @param number that the citizen holds; empty where only the centre knows of it
     */
    public record Gap(SubmissionId id, String number, Kind kind) {
        /** In which way. */
        public enum Kind {
            /** The terminal holds a receipt, and the centre holds nothing of it: it was lost here. */
            LOST,
            /** Both hold something under this name, and not the same. */
            DIFFERENT,
            /** The centre holds it, and the terminal does not name it. */
            UNNAMED
        }
    }

    /**
     * A terminal's day.
     *
     * @param named how many the terminal named
     * @param waiting how many of them are not received yet
     * @param notes small things of that day that are still at the terminal
     */
    public record Day(String terminal, LocalDate day, Instant arrivedAt, int named, int waiting, int notes, List<Gap> gaps) {}

    Map<SubmissionId, Own> own(Handle handle, String terminal, Collection<SubmissionId> ids) {
        Map<SubmissionId, Own> own = new HashMap<>();
        handle.createQuery("""
                        SELECT s.id, s.payload_hash, r.acceptance_number FROM submission s
                        LEFT JOIN receipt r ON r.terminal = s.terminal AND r.id = s.id
                        WHERE s.terminal = :terminal AND s.id = ANY (CAST(:ids AS uuid[]))
                        UNION ALL
                        SELECT s.id, s.payload_hash, r.acceptance_number FROM supplement s
                        LEFT JOIN receipt r ON r.terminal = s.case_terminal AND r.id = s.case_id AND s.receipt IS NOT NULL
                        WHERE s.terminal = :terminal AND s.id = ANY (CAST(:ids AS uuid[]))
                        """)
                .bind("terminal", terminal)
                .bind("ids", array(ids))
                .map((row, _) -> Map.entry(
                        new SubmissionId(row.getObject(1, UUID.class)),
                        new Own(Hashes.of(row.getBytes(2)), Optional.ofNullable(row.getString(3)))))
                .forEach(entry -> own.put(entry.getKey(), entry.getValue()));
        return own;
    }

    /** What was filed in this span and is not named. */
    List<SubmissionId> filed(Handle handle, String terminal, Span span, Set<SubmissionId> named) {
        return handle.createQuery("""
                        SELECT id FROM (
                            SELECT terminal, id, filed_at FROM submission UNION ALL SELECT terminal, id, filed_at FROM supplement
                        ) AS filed
                        WHERE terminal = :terminal AND filed_at >= :from AND filed_at < :before
                          AND id > :after AND id <= :through AND NOT id = ANY (CAST(:named AS uuid[]))
                        ORDER BY id LIMIT :most
                        """)
                .bind("terminal", terminal)
                .bind("from", span.from())
                .bind("before", span.before())
                .bind("after", span.after().map(SubmissionId::value).orElse(FIRST))
                .bind("through", span.through().map(SubmissionId::value).orElse(LAST))
                .bind("named", array(named))
                .bind("most", Reckoning.MAX_LINES)
                .map((row, _) -> new SubmissionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Names are UUIDs, so nothing else can stand between the braces. */
    private static String array(Collection<SubmissionId> ids) {
        return ids.stream().map(SubmissionId::toString).collect(Collectors.joining(",", "{", "}"));
    }

    Optional<byte[]> receipt(Handle handle, String terminal, UUID id) {
        return handle.createQuery("""
                        SELECT body FROM receipt WHERE terminal = :terminal AND id = :id
                        UNION ALL SELECT receipt FROM supplement WHERE terminal = :terminal AND id = :id AND receipt IS NOT NULL
                        """)
                .bind("terminal", terminal)
                .bind("id", id)
                .map((row, _) -> row.getBytes(1))
                .findOne();
    }

    /**
     * Keeps a page's outcome in the place of an earlier one; one that was made before what is here changes nothing.
     *
     * @return how many were lost and not known to be, each of which others are told; empty where nothing was changed
     */
    Optional<Integer> keep(Handle handle, Call call, Reckoning said, Outcome outcome, Instant now) {
        int kept = handle.createUpdate("""
                        INSERT INTO day_page (terminal, day, page, made_at, arrived_at, named, waiting, notes, body, answer)
                        VALUES (:terminal, :day, :page, :made, :now, :named, :waiting, :notes, :body, :answer)
                        ON CONFLICT (terminal, day, page) DO UPDATE SET made_at = excluded.made_at,
                            arrived_at = excluded.arrived_at, named = excluded.named, waiting = excluded.waiting,
                            notes = excluded.notes, body = excluded.body, answer = excluded.answer
                        WHERE day_page.made_at <= excluded.made_at
                        """)
                .bind("terminal", call.terminal())
                .bind("day", Date.valueOf(said.day()))
                .bind("page", said.page())
                .bind("made", said.madeAt())
                .bind("now", now)
                .bind("named", said.lines().size())
                .bind("waiting", outcome.waiting())
                .bind("notes", said.notes().values().stream().mapToInt(Integer::intValue).sum())
                .bind("body", call.body())
                .bind("answer", outcome.answer())
                .execute();
        if (kept == 0) {
            return Optional.empty();
        }
        // A day that has become shorter has no further pages.
        handle.createUpdate("DELETE FROM day_page WHERE terminal = :terminal AND day = :day AND page > :of")
                .bind("terminal", call.terminal())
                .bind("day", Date.valueOf(said.day()))
                .bind("of", said.of())
                .execute();
        Set<UUID> known = new HashSet<>(handle.createQuery(
                        "SELECT id FROM day_gap WHERE terminal = :terminal AND day = :day AND kind = 'LOST'")
                .bind("terminal", call.terminal())
                .bind("day", Date.valueOf(said.day()))
                .map((row, _) -> row.getObject(1, UUID.class))
                .list());
        handle.createUpdate(
                        "DELETE FROM day_gap WHERE terminal = :terminal AND day = :day AND (page = :page OR page > :of)")
                .bind("terminal", call.terminal())
                .bind("day", Date.valueOf(said.day()))
                .bind("page", said.page())
                .bind("of", said.of())
                .execute();
        int lost = 0;
        for (Gap gap : outcome.gaps()) {
            handle.createUpdate("""
                            INSERT INTO day_gap (terminal, day, page, id, number, kind)
                            VALUES (:terminal, :day, :page, :id, :number, :kind) ON CONFLICT DO NOTHING
                            """)
                    .bind("terminal", call.terminal())
                    .bind("day", Date.valueOf(said.day()))
                    .bind("page", said.page())
                    .bind("id", gap.id().value())
                    .bind("number", gap.number())
                    .bind("kind", gap.kind().name())
                    .execute();
            if (gap.kind() == Gap.Kind.LOST && !known.contains(gap.id().value())) {
                lost++;
                Outbox.add(handle, call.terminal(), "SUBMISSION-LOST", gap.id().toString(), now);
            }
        }
        return Optional.of(lost);
    }

    /** Whether nothing later is here of this page. */
    boolean isLatest(Handle handle, Call call, Reckoning said) {
        return handle.createQuery("""
                        SELECT count(*) FROM day_page
                        WHERE terminal = :terminal AND day = :day AND page = :page AND made_at > :made
                        """)
                        .bind("terminal", call.terminal())
                        .bind("day", Date.valueOf(said.day()))
                        .bind("page", said.page())
                        .bind("made", said.madeAt())
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    /** Where the chain of the terminal's journal ended when it was last said. */
    Optional<Reckoning.Chain> chain(Handle handle, String terminal) {
        return handle.createQuery("""
                        SELECT body FROM day_page
                        WHERE terminal = :terminal AND page = 1 AND convert_from(body, 'UTF8')::jsonb ->> 'chain' IS NOT NULL
                        ORDER BY arrived_at DESC, made_at DESC LIMIT 1
                        """)
                .bind("terminal", terminal)
                .map((row, _) -> row.getBytes(1))
                .findOne()
                .flatMap(body -> Json.read(body, Reckoning.class))
                .flatMap(Reckoning::chain);
    }

    /** The latest days of all terminals; those with gaps first, however old. */
    public List<Day> latest(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        WITH looked AS (
                            SELECT p.terminal, p.day, max(p.arrived_at) AS arrived_at, sum(p.named) AS named,
                                sum(p.waiting) AS waiting, sum(p.notes) AS notes,
                                (SELECT count(*) FROM day_gap g WHERE g.terminal = p.terminal AND g.day = p.day) AS gaps
                            FROM day_page p
                            WHERE p.day > (SELECT max(day) FROM day_page) - 31 OR p.day IN (SELECT day FROM day_gap)
                            GROUP BY p.terminal, p.day)
                        SELECT * FROM looked ORDER BY (gaps > 0) DESC, day DESC, terminal LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> new Day(
                        row.getString("terminal"),
                        row.getDate("day").toLocalDate(),
                        row.getTimestamp("arrived_at").toInstant(),
                        row.getInt("named"),
                        row.getInt("waiting"),
                        row.getInt("notes"),
                        row.getInt("gaps") == 0
                                ? List.of()
                                : gaps(handle, row.getString("terminal"), row.getDate("day").toLocalDate())))
                .list());
    }

    private static List<Gap> gaps(Handle handle, String terminal, LocalDate day) {
        return handle.createQuery("""
                        SELECT id, number, kind FROM day_gap WHERE terminal = :terminal AND day = :day ORDER BY kind, id LIMIT 1000
                        """)
                .bind("terminal", terminal)
                .bind("day", Date.valueOf(day))
                .map((row, _) -> new Gap(
                        new SubmissionId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        Gap.Kind.valueOf(row.getString("kind"))))
                .list();
    }
}
