package banyan.server.intake;

import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.server.store.Hashes;
import banyan.server.store.PaperStore;
import banyan.server.wire.Call;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes in papers one by one: the bytes first, durable, and then the row that says they are here. */
public final class Papers {
    private final Jdbi rows;
    private final PaperStore store;
    private final InstantSource clock;

    public Papers(Jdbi rows, PaperStore store, InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /** {@code PUT /submissions/{id}/papers/{hash}}; the door has looked at the names. */
    public Reply put(Call call) throws IOException {
        SubmissionId id = new SubmissionId(Names.uuid(call.named("id")).orElseThrow());
        Sha256 hash = Names.hash(call.named("hash")).orElseThrow();
        if (tooMany(call.terminal(), id, hash)) {
            return Reply.refused(Refusal.PAPERS_TOO_MANY);
        }
        long room = Paper.MAX_TOTAL - others(call.terminal(), id, hash);
        if (room <= 0) {
            return Reply.refused(Refusal.PAPERS_TOO_LARGE);
        }
        return switch (store.keep(call.terminal(), id, hash, call.stream(), Math.min(room, Paper.MAX_BYTES))) {
            case PaperStore.Taken.Kept(long size) -> {
                note(call.terminal(), id, hash, size);
                yield Reply.done();
            }
            case PaperStore.Taken.Differs _ -> Reply.refused(Refusal.PAPER_DIFFERS);
            case PaperStore.Taken.TooLarge _ ->
                Reply.refused(room < Paper.MAX_BYTES ? Refusal.PAPERS_TOO_LARGE : Refusal.BODY_TOO_LARGE);
            case PaperStore.Taken.NoRoom _ -> Reply.refused(Refusal.STORE_FULL);
        };
    }

    /** Writes that this paper is here; it is durable. */
    void note(String terminal, SubmissionId id, Sha256 hash, long size) {
        rows.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO paper (terminal, id, hash, size, held_at) VALUES (:terminal, :id, :hash, :size, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("terminal", terminal)
                .bind("id", id.value())
                .bind("hash", Hashes.bytes(hash))
                .bind("size", size)
                .bind("at", clock.instant())
                .execute());
    }

    private boolean tooMany(String terminal, SubmissionId id, Sha256 hash) {
        return rows.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM paper WHERE terminal = :terminal AND id = :id AND hash <> :hash")
                        .bind("terminal", terminal)
                        .bind("id", id.value())
                        .bind("hash", Hashes.bytes(hash))
                        .mapTo(Integer.class)
                        .one())
                >= Paper.MAX_COUNT;
    }

    /** Bytes of all other papers of this submission. */
    private long others(String terminal, SubmissionId id, Sha256 hash) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(sum(size), 0) FROM paper WHERE terminal = :terminal AND id = :id AND hash <> :hash")
                .bind("terminal", terminal)
                .bind("id", id.value())
                .bind("hash", Hashes.bytes(hash))
                .mapTo(Long.class)
                .one());
    }

    /** Whether this paper is here, by its row and by its file. */
    boolean holds(String terminal, SubmissionId id, Sha256 hash, long size) {
        return Long.valueOf(size).equals(rows.withHandle(handle -> held(handle, terminal, id))
                .get(hash));
    }

    /** Size by hash of every paper held for this submission. */
    public Map<Sha256, Long> held(Handle handle, String terminal, SubmissionId id) {
        Map<Sha256, Long> held = new HashMap<>();
        handle.createQuery("SELECT hash, size FROM paper WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", id.value())
                .map((row, _) -> Map.entry(Hashes.of(row.getBytes("hash")), row.getLong("size")))
                .forEach(paper -> {
                    // A row whose file is gone, after a restore perhaps, is no paper: it is asked for again.
                    if (store.holds(terminal, id, paper.getKey(), paper.getValue())) {
                        held.put(paper.getKey(), paper.getValue());
                    }
                });
        return held;
    }
}
