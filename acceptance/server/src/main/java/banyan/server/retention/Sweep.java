package banyan.server.retention;

import banyan.acceptance.SubmissionId;
import banyan.server.staff.Audit;
import banyan.server.store.Hashes;
import banyan.server.store.PaperStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what has been kept long enough. Some at a time, so that an end in the middle leaves a beginning for the next. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 500;

    /** A case that is closed, and about which nothing has happened since. */
    private static final String OVER = """
            EXISTS (SELECT FROM case_file c WHERE c.terminal = %1$s AND c.id = %2$s AND NOT c.open AND :before >= (
                SELECT max(e.at) FROM case_event e WHERE e.terminal = c.terminal AND e.id = c.id))
            """;

    private static final String CLOSED = "(" + OVER.formatted("p.terminal", "p.id")
            + " OR EXISTS (SELECT FROM supplement s WHERE s.terminal = p.terminal AND s.id = p.id AND "
            + OVER.formatted("s.case_terminal", "s.case_id") + "))";

    private static final String WITHOUT_CASE = """
            (p.held_at <= :before
             AND NOT EXISTS (SELECT FROM submission s WHERE s.terminal = p.terminal AND s.id = p.id)
             AND NOT EXISTS (SELECT FROM supplement s WHERE s.terminal = p.terminal AND s.id = p.id))
            """;

    private final Jdbi rows;
    private final PaperStore papers;
    private final Audit audit;
    private final InstantSource clock;

    public Sweep(Jdbi rows, PaperStore papers, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How much of a class has gone, or would go. */
    public record Swept(String name, long count) {}

    private record Page(String terminal, UUID id, byte[] hash) {}

    /** What would go now. */
    public List<Swept> look(List<Rule> rules) {
        return rules.stream().map(rule -> new Swept(rule.name(), due(rule))).toList();
    }

    /**
     * Has it go, and writes how much of each class in the audit.
     *
     * @throws IOException if a paper's bytes cannot be taken away; what went before is gone, and the rest goes the next time
     */
    public List<Swept> run(List<Rule> rules, String by) throws IOException {
        List<Swept> all = new ArrayList<>();
        for (Rule rule : rules) {
            long count = rule.papers().isPresent() ? papers(rule, rule.papers().get(), by) : plain(rule, by);
            if (count > 0) {
                LOG.info("RETENTION kind={} count={}", rule.name(), count);
            }
            all.add(new Swept(rule.name(), count));
        }
        return all;
    }

    private Instant before(Rule rule) {
        return clock.instant().minus(Duration.ofDays(rule.days()));
    }

    private long due(Rule rule) {
        String from = rule.papers().isPresent()
                ? "paper p WHERE " + which(rule.papers().get())
                : rule.table().orElseThrow() + " WHERE " + rule.where().orElseThrow();
        return rows.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .bind("before", before(rule))
                .mapTo(Long.class)
                .one());
    }

    private long plain(Rule rule, String by) {
        String table = rule.table().orElseThrow();
        String some = " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table + " WHERE " + rule.where().orElseThrow() + " LIMIT " + AT_ONCE + "))";
        String deed = rule.set().map(set -> "UPDATE " + table + " SET " + set).orElse("DELETE FROM " + table) + some;
        long all = 0;
        for (int count = AT_ONCE; count == AT_ONCE; all += count) {
            count = rows.inTransaction(handle -> {
                int gone = handle.createUpdate(deed).bind("before", before(rule)).execute();
                noted(handle, by, rule, gone);
                return gone;
            });
        }
        return all;
    }

    private void noted(Handle handle, String by, Rule rule, long count) {
        if (count > 0) {
            audit.note(handle, by, "RETENTION", rule.name() + " " + count);
        }
    }

    private static String which(Rule.Papers papers) {
        return switch (papers) {
            case CLOSED -> CLOSED;
            case WITHOUT_CASE -> WITHOUT_CASE;
        };
    }

    private long papers(Rule rule, Rule.Papers which, String by) throws IOException {
        long all = 0;
        List<Page> some = some(rule, which);
        while (!some.isEmpty()) {
            long gone = 0;
            for (Page page : some) {
                gone += forget(rule, which, page) ? 1 : 0;
            }
            long count = gone;
            rows.useTransaction(handle -> noted(handle, by, rule, count));
            all += gone;
            // What somebody else is at just now goes another night.
            some = gone == 0 ? List.of() : some(rule, which);
        }
        return all;
    }

    private List<Page> some(Rule rule, Rule.Papers which) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT p.terminal, p.id, p.hash FROM paper p WHERE " + which(which) + " LIMIT " + AT_ONCE)
                .bind("before", before(rule))
                .map((row, _) -> new Page(row.getString("terminal"), row.getObject("id", UUID.class), row.getBytes("hash")))
                .list());
    }

    /** Bytes first: a row without its paper is one for the next time, a paper without its row would be nobody's for ever. */
    private boolean forget(Rule rule, Rule.Papers which, Page page) throws IOException {
        return rows.<Boolean, IOException>inTransaction(handle -> {
            // The lock under which its submission would be taken in.
            boolean alone = handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('submission ' || :name, 0))")
                    .bind("name", page.terminal() + " " + page.id())
                    .mapTo(Boolean.class)
                    .one();
            Optional<Integer> still = handle.createQuery(
                            "SELECT 1 FROM paper p WHERE p.terminal = :terminal AND p.id = :id AND p.hash = :hash AND " + which(which))
                    .bind("terminal", page.terminal())
                    .bind("id", page.id())
                    .bind("hash", page.hash())
                    .bind("before", before(rule))
                    .mapTo(Integer.class)
                    .findOne();
            if (!alone || still.isEmpty()) {
                return false;
            }
            papers.delete(page.terminal(), new SubmissionId(page.id()), Hashes.of(page.hash()));
            handle.createUpdate("DELETE FROM paper WHERE terminal = :terminal AND id = :id AND hash = :hash")
                    .bind("terminal", page.terminal())
                    .bind("id", page.id())
                    .bind("hash", page.hash())
                    .execute();
            return true;
        });
    }
}
