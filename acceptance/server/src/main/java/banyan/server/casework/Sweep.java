package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Submission;
import banyan.item.WorkingDays;
import banyan.server.wire.Failures;
import banyan.server.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to happen though nobody asks: a newer calendar is taken, cases of before are counted, and citizens are reminded of what they
 * were asked. Two centres over one database may both do it; each thing is done once.
 */
public final class Sweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final int TOGETHER = 200;

    private final Jdbi rows;
    private final CaseBeginnings beginnings;
    private final Casework casework;
    private final WorkCalendar calendar;
    private final CalendarShelf shelf;
    private final InstantSource clock;
    private Optional<Thread> thread = Optional.empty();

    public Sweep(Jdbi rows, CaseBeginnings beginnings, WorkCalendar calendar, CalendarShelf shelf, InstantSource clock) {
        this.rows = rows;
        this.beginnings = beginnings;
        this.casework = new Casework(calendar);
        this.calendar = calendar;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** From now on, each minute. */
    public synchronized void start() {
        thread = Optional.of(Thread.ofVirtual().name("case-sweep").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    once();
                } catch (IOException | RuntimeException failed) {
                    // The next time may find the store again; what was not done is still to be done then.
                    LOG.warn("CASE-SWEEP-FAILED {}", Failures.inWords(failed));
                }
                LockSupport.parkNanos(EACH.toNanos());
            }
        }));
    }

    /** All of it, now. */
    public synchronized void once() throws IOException {
        Instant now = clock.instant();
        Optional<WorkingDays> newer = shelf.newer(now);
        if (newer.isPresent()) {
            calendar.take(newer.get());
            LOG.info("CALENDAR-TAKEN years={} cases={}", calendar.days().years().size(), recount());
        }
        while (rows.inTransaction(this::countThoseOfBefore) == TOGETHER) {}
        for (CaseNumber late : rows.withHandle(handle -> unanswered(handle, calendar.day(now)))) {
            rows.useTransaction(handle -> remind(handle, late, now));
        }
    }

    private record CaseNumber(String number, UUID ask) {}

    private static List<CaseNumber> unanswered(Handle handle, LocalDate today) {
        return handle.createQuery("""
                        SELECT number, ask FROM supplement_asked a JOIN case_file c ON c.terminal = a.terminal AND c.id = a.id
                        WHERE NOT a.over AND a.reminded_at IS NULL AND a.until < :today ORDER BY a.until LIMIT :most
                        """)
                .bind("today", today)
                .bind("most", TOGETHER)
                .map((row, _) -> new CaseNumber(row.getString("number"), row.getObject("ask", UUID.class)))
                .list();
    }

    private void remind(Handle handle, CaseNumber late, Instant now) {
        CaseRows.locked(handle, late.number())
                .filter(row -> Asks.unreminded(handle, row, late.ask()))
                .ifPresent(row -> casework.act(handle, row, new Deed.Remind(), "centre", now));
    }

    private record Uncounted(String terminal, UUID id, Submission submission) {}

    private int countThoseOfBefore(Handle handle) {
        List<Uncounted> some = handle.createQuery("""
                        SELECT c.terminal, c.id, s.payload FROM case_file c JOIN submission s ON s.terminal = c.terminal AND s.id = c.id
                        WHERE c.citizen IS NULL ORDER BY c.terminal, c.id LIMIT :most FOR UPDATE OF c SKIP LOCKED
                        """)
                .bind("most", TOGETHER)
                .map((row, _) -> new Uncounted(
                        row.getString("terminal"),
                        row.getObject("id", UUID.class),
                        Stands.own(row.getBytes("payload"), Submission.class)))
                .list();
        some.forEach(one -> count(handle, one));
        return some.size();
    }

    /** Whose it is and who decides. The day stays the one on the receipt, which was promised. */
    private void count(Handle handle, Uncounted one) {
        CaseBeginnings.Beginning begins = beginnings.of(one.submission(), one.submission().confirmedAt(), Optional.empty());
        handle.createUpdate("""
                        UPDATE case_file SET citizen = :citizen, department = :department, item_version = :version
                        WHERE terminal = :terminal AND id = :id
                        """)
                .bind("citizen", begins.citizen())
                .bind("department", begins.department())
                .bind("version", begins.itemVersion())
                .bind("terminal", one.terminal())
                .bind("id", one.id())
                .execute();
    }

    private record Count(LocalDate from, int left) {}

    /** The days of all open cases by the calendar as it is now; how many have another. */
    private int recount() {
        return rows.inTransaction(handle -> {
            List<Count> counts = handle.createQuery("""
                            SELECT DISTINCT counted_from, days_left FROM case_file
                            WHERE open AND stopped_at IS NULL AND days_left IS NOT NULL
                            """)
                    .map((row, _) -> new Count(row.getObject("counted_from", LocalDate.class), row.getInt("days_left")))
                    .list();
            recountAsks(handle);
            return counts.stream().mapToInt(count -> recount(handle, count)).sum();
        });
    }

    private int recount(Handle handle, Count count) {
        return handle.createUpdate("""
                        UPDATE case_file SET due = :due
                        WHERE open AND stopped_at IS NULL AND days_left = :left AND counted_from = :from AND due IS DISTINCT FROM :due
                        """)
                .bind("due", calendar.after(count.from(), count.left()).orElse(null))
                .bind("left", count.left())
                .bind("from", count.from())
                .execute();
    }

    /** Answers whose last day nobody knew. A day that a citizen was told is not taken back. */
    private void recountAsks(Handle handle) {
        handle.createQuery("SELECT body FROM supplement_asked WHERE NOT over AND until IS NULL")
                .map((row, _) -> Stands.own(row.getBytes("body"), CaseStand.Asked.class))
                .list()
                .forEach(asked -> calendar.after(calendar.day(asked.at()), asked.workingDays())
                        .ifPresent(until -> handle.createUpdate(
                                        "UPDATE supplement_asked SET until = :until, body = :body WHERE ask = :ask")
                                .bind("until", until)
                                .bind("body", Json.write(new CaseStand.Asked(
                                        asked.ask(),
                                        asked.at(),
                                        Optional.of(until),
                                        asked.workingDays(),
                                        asked.words(),
                                        asked.things())))
                                .bind("ask", asked.ask())
                                .execute()));
    }

    @Override
    public synchronized void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
