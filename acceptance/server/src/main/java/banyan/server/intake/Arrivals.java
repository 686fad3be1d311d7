package banyan.server.intake;

import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.server.casework.CaseBeginnings;
import banyan.server.store.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is new and whole. Many that come at the same moment share one transaction and one flush of the disk; each is told only
 * when that is done.
 */
public final class Arrivals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int MOST_TOGETHER = 64;
    /** While one waits for the disk the other gathers. */
    private static final int WRITERS = 2;

    private final Jdbi rows;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> writers = new ArrayList<>();

    public Arrivals(Jdbi rows) {
        this.rows = rows;
        for (int at = 0; at < WRITERS; at++) {
            writers.add(Thread.ofVirtual().name("arrivals-" + at).start(this::write));
        }
    }

    /**
     * All there is to write of one.
     *
     * @param number its acceptance number, not yet given to anybody
     * @param lookup the code on its receipt, as it is kept
     * @param slip the code on the slip that its terminal gave, as it is kept
     * @param receipt signed
     * @param begins the case that begins with it
     */
    record Arrived(
            Submission submission,
            Sha256 payload,
            byte[] body,
            FilingDate filed,
            Instant at,
            String number,
            byte[] lookup,
            Optional<byte[]> slip,
            byte[] receipt,
            CaseBeginnings.Beginning begins) {
        private Name name() {
            return new Name(submission.terminal(), submission.id().value());
        }

        @Override
        public String toString() {
            return "Arrived[" + submission.id() + "]";
        }
    }

    private record Name(String terminal, UUID id) {}

    private record Waiting(Arrived arrived, CompletableFuture<Boolean> taken) {}

    /**
     * True once all of it is durable. False if nothing of it was written, because something of this name is here, or because the database
     * would not, or because another transfer of it is under way: whoever asks for it alone finds out which.
     */
    boolean take(Arrived arrived) {
        Waiting one = new Waiting(arrived, new CompletableFuture<>());
        waiting.add(one);
        return one.taken().join();
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        try {
            for (; ; ) {
                together.add(waiting.take());
                waiting.drainTo(together, MOST_TOGETHER - 1);
                Set<Name> written = written(together);
                together.forEach(one -> one.taken().complete(written.remove(one.arrived().name())));
                together.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.drainTo(together);
            together.forEach(one -> one.taken().complete(false));
        }
    }

    private Set<Name> written(List<Waiting> together) {
        Map<Name, Arrived> first = new HashMap<>();
        together.forEach(one -> first.putIfAbsent(one.arrived().name(), one.arrived()));
        // In one order everywhere, so that two centres that are sent the same do not wait for each other.
        List<Arrived> ordered = first.values().stream()
                .sorted(Comparator.comparing((Arrived one) -> one.name().terminal())
                        .thenComparing(one -> one.name().id()))
                .toList();
        try {
            return rows.inTransaction(handle -> insert(handle, ordered));
        } catch (RuntimeException refused) {
            // One bad row would take the others with it; each now goes alone and hears its own reason.
            LOG.warn("ARRIVALS-ALONE count={}", ordered.size());
            return new HashSet<>();
        }
    }

    private static Set<Name> insert(Handle handle, List<Arrived> all) {
        return new HashSet<>(handle.createQuery("""
                        WITH asked AS (
                            SELECT * FROM unnest(:terminals, :ids, :hashes, :payloads, :items, :moments, :filed, :doubtful, :numbers, :lookups,
                                                 :slips, :slipHashes, :receipts, :versions, :departments, :citizens, :days, :from, :due, :until)
                            AS asked (terminal, id, hash, payload, item, at, filed, doubtful, number, lookup, slip, slip_hash, receipt,
                                      item_version, department, citizen, days, counted_from, due, rules_until)
                            WHERE pg_try_advisory_xact_lock(hashtextextended('submission ' || terminal || ' ' || id, 0))),
                        arrived AS (
                            INSERT INTO submission (terminal, id, payload_hash, payload, item, arrived_at, filed_at)
                            SELECT terminal, id, hash, payload, item, at, filed FROM asked
                            ON CONFLICT DO NOTHING RETURNING terminal, id),
                        fresh AS (SELECT asked.* FROM asked JOIN arrived USING (terminal, id)),
                        numbered AS (
                            INSERT INTO given_number (number, terminal, subject) SELECT number, terminal, id FROM fresh),
                        coded AS (
                            INSERT INTO lookup_code (number, hash, terminal, id) SELECT number, lookup, terminal, id FROM fresh),
                        slipped AS (
                            INSERT INTO slip (number, hash, terminal, id)
                            SELECT slip, slip_hash, terminal, id FROM fresh WHERE slip_hash IS NOT NULL
                            ON CONFLICT DO NOTHING),
                        received AS (
                            INSERT INTO receipt (terminal, id, acceptance_number, received_at, body)
                            SELECT terminal, id, number, at, receipt FROM fresh),
                        begun AS (
                            INSERT INTO case_file (terminal, id, number, item, item_version, department, citizen, state, open, version,
                                received_at, days_left, counted_from, due, rules_until)
                            SELECT terminal, id, number, item, item_version, department, citizen, 'RECEIVED', true, 1, at, days, counted_from, due, rules_until
                            FROM fresh),
                        traced AS (
                            INSERT INTO case_event (terminal, id, seq, deed, state, by_whom, at)
                            SELECT terminal, id, 1, 'RECEIVE', 'RECEIVED', 'centre', at FROM fresh),
                        told AS (
                            INSERT INTO outbox (terminal, kind, subject, at)
                            SELECT terminal, kind, id::text, at
                            FROM fresh CROSS JOIN (VALUES ('SUBMISSION-ARRIVED'), ('SUBMISSION-ACCEPTED'), ('SUBMISSION-DATE-DOUBTFUL'))
                                AS kinds (kind)
                            WHERE doubtful OR kind <> 'SUBMISSION-DATE-DOUBTFUL')
                        SELECT terminal, id FROM fresh
                        """)
                .bind("terminals", array("text", String[]::new, all, one -> one.submission().terminal()))
                .bind("ids", array("uuid", UUID[]::new, all, one -> one.submission().id().value()))
                .bind("hashes", array("bytea", byte[][]::new, all, one -> Hashes.bytes(one.payload())))
                .bind("payloads", array("bytea", byte[][]::new, all, Arrived::body))
                .bind("items", array("text", String[]::new, all, one -> one.submission().item()))
                .bind("moments", array("timestamptz", String[]::new, all, one -> one.at().toString()))
                .bind("filed", array("timestamptz", String[]::new, all, one -> one.filed().at().toString()))
                .bind("doubtful", array("bool", Boolean[]::new, all, one -> one.filed().doubtful()))
                .bind("numbers", array("text", String[]::new, all, Arrived::number))
                .bind("lookups", array("bytea", byte[][]::new, all, Arrived::lookup))
                .bind("slips", array("text", String[]::new, all, one -> one.submission().provisional()))
                .bind("slipHashes", array("bytea", byte[][]::new, all, one -> one.slip().orElse(null)))
                .bind("receipts", array("bytea", byte[][]::new, all, Arrived::receipt))
                .bind("versions", array("text", String[]::new, all, one -> one.begins().itemVersion()))
                .bind("departments", array("text", String[]::new, all, one -> one.begins().department()))
                .bind("citizens", array("bytea", byte[][]::new, all, one -> one.begins().citizen()))
                .bind("days", array("int4", Integer[]::new, all, one -> one.begins().days()))
                .bind("from", array("date", String[]::new, all, one -> one.begins().from().toString()))
                .bind("until", array("timestamptz", String[]::new, all, one -> one.begins().rulesUntil().map(Object::toString).orElse(null)))
                .bind("due", array("date", String[]::new, all, one -> one.begins().due().map(Object::toString).orElse(null)))
                .map((row, _) -> new Name(row.getString("terminal"), row.getObject("id", UUID.class)))
                .list());
    }

    private static <T> Argument array(
            String type, java.util.function.IntFunction<T[]> made, List<Arrived> all, Function<Arrived, @org.jspecify.annotations.Nullable T> part) {
        T[] values = all.stream().map(part).toArray(made);
        return (position, statement, _) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    @Override
    public void close() {
        writers.forEach(Thread::interrupt);
    }
}
