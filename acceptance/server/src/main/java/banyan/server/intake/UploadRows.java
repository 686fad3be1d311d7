package banyan.server.intake;

import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.store.Hashes;
import banyan.server.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows of uploads: which there are, and how much of each was promised to its sender. */
public final class UploadRows {
    /** One that nobody has touched for so long is forgotten; a terminal that comes later begins it again. */
    static final Duration ABANDONED = Duration.ofDays(7);

    /** A terminal sends one at a time; more than a few that are not finished is a fault of its own. */
    static final int MAX_OPEN = 32;

    private final Jdbi rows;
    private final InstantSource clock;

    public UploadRows(Jdbi rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One upload.
     *
     * @param token whoever has it may go on
     * @param received bytes that were promised to be durable
     */
    record Row(UUID token, String terminal, SubmissionId submission, Sha256 hash, long length, long received) {
        private static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("token", UUID.class),
                    row.getString("terminal"),
                    new SubmissionId(row.getObject("id", UUID.class)),
                    Hashes.of(row.getBytes("hash")),
                    row.getLong("length"),
                    row.getLong("received"));
        }
    }

    /** What became of beginning one. */
    sealed interface Begun {
        record Row(UploadRows.Row row) implements Begun {}

        record No(Refusal refusal) implements Begun {}
    }

    /** The upload of this paper, begun now or before; only for a paper of a submission that is here. */
    Begun begin(String terminal, SubmissionId id, Sha256 hash, long length, boolean held) {
        return rows.inTransaction(handle -> {
            // One at a time for each terminal, so that two cannot both be the last that may be open.
            handle.execute("SELECT pg_advisory_xact_lock(hashtext('upload ' || ?))", terminal);
            Optional<Submission> submission = submission(handle, terminal, id);
            if (submission.isEmpty()) {
                return new Begun.No(Refusal.SUBMISSION_UNKNOWN);
            }
            if (submission.get().papers().stream()
                    .noneMatch(paper -> paper.hash().equals(hash) && paper.size() == length)) {
                return new Begun.No(Refusal.PAPERS_INVALID);
            }
            Optional<Row> before = find(handle, terminal, id, hash);
            if (before.isEmpty() && !held && open(handle, terminal) >= MAX_OPEN) {
                return new Begun.No(Refusal.UPLOADS_TOO_MANY);
            }
            insert(handle, terminal, id, hash, length, held ? length : 0);
            return new Begun.Row(find(handle, terminal, id, hash).orElseThrow());
        });
    }

    private static Optional<Submission> submission(Handle handle, String terminal, SubmissionId id) {
        return handle.createQuery("SELECT payload FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", id.value())
                .map((row, _) -> row.getBytes(1))
                .findOne()
                .flatMap(payload -> Json.read(payload, Submission.class));
    }

    private static Optional<Row> find(Handle handle, String terminal, SubmissionId id, Sha256 hash) {
        return handle.createQuery("SELECT * FROM upload WHERE terminal = :terminal AND id = :id AND hash = :hash")
                .bind("terminal", terminal)
                .bind("id", id.value())
                .bind("hash", Hashes.bytes(hash))
                .map((row, _) -> Row.of(row))
                .findOne();
    }

    private static int open(Handle handle, String terminal) {
        return handle.createQuery("SELECT count(*) FROM upload WHERE terminal = :terminal AND received < length")
                .bind("terminal", terminal)
                .mapTo(Integer.class)
                .one();
    }

    private void insert(Handle handle, String terminal, SubmissionId id, Sha256 hash, long length, long received) {
        handle.createUpdate("""
                        INSERT INTO upload (token, terminal, id, hash, length, received, begun_at, touched_at)
                        VALUES (:token, :terminal, :id, :hash, :length, :received, :at, :at)
                        ON CONFLICT (terminal, id, hash)
                        DO UPDATE SET touched_at = :at, received = greatest(upload.received, excluded.received)
                        """)
                .bind("token", UUID.randomUUID())
                .bind("terminal", terminal)
                .bind("id", id.value())
                .bind("hash", Hashes.bytes(hash))
                .bind("length", length)
                .bind("received", received)
                .bind("at", clock.instant())
                .execute();
    }

    Optional<Row> of(UUID token) {
        return rows.withHandle(handle -> handle.createQuery("SELECT * FROM upload WHERE token = :token")
                .bind("token", token)
                .map((row, _) -> Row.of(row))
                .findOne());
    }

    /** Notes how much is durable. */
    void received(Row row, long received) {
        rows.useHandle(handle -> handle.createUpdate(
                        "UPDATE upload SET received = :received, touched_at = :at WHERE token = :token")
                .bind("received", received)
                .bind("at", clock.instant())
                .bind("token", row.token())
                .execute());
    }

    void end(Row row) {
        rows.useHandle(handle -> handle.createUpdate("DELETE FROM upload WHERE token = :token")
                .bind("token", row.token())
                .execute());
    }

    /** Forgets those that nobody has touched for long, and says which; never one that somebody is at. */
    List<UUID> endAbandoned(Set<UUID> underWay) {
        Instant before = clock.instant().minus(ABANDONED);
        return rows.withHandle(handle -> handle.createQuery(
                        "DELETE FROM upload WHERE touched_at < :before AND NOT token = ANY (:kept) RETURNING token")
                .bind("before", before)
                .bindArray("kept", UUID.class, underWay.toArray())
                .mapTo(UUID.class)
                .list());
    }

    /** How much was promised of each that is not whole. */
    Map<UUID, Long> received() {
        Map<UUID, Long> received = new HashMap<>();
        rows.useHandle(handle -> handle.createQuery("SELECT token, received FROM upload")
                .map((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .forEach(one -> received.put(one.getKey(), one.getValue())));
        return received;
    }
}
