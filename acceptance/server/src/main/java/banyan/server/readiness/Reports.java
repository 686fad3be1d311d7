package banyan.server.readiness;

import banyan.acceptance.Readiness;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.attest.SignedPaper;
import banyan.attest.Verdict;
import banyan.server.records.CentreRecords;
import banyan.server.store.Hashes;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import banyan.server.wire.Terminals;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes reports of readiness: only what the terminal itself has signed, and each once. */
public final class Reports {
    private final Jdbi rows;
    private final Terminals terminals;
    private final CentreRecords records;
    private final InstantSource clock;
    private final boolean shown;

    /** @param shown false where the centre has no pages for people */
    public Reports(Jdbi rows, Terminals terminals, CentreRecords records, InstantSource clock, boolean shown) {
        this.rows = rows;
        this.terminals = terminals;
        this.records = records;
        this.clock = clock;
        this.shown = shown;
    }

    /** {@code PUT /readiness/{id}} */
    public Reply put(Call call) {
        // It may have waited while its terminal was given another key.
        for (PublicKey key : terminals.keysEver(call.terminal())) {
            if (SignedPaper.check(call.body(), call.terminal(), key) instanceof Verdict.Holds holds) {
                return kept(call, holds);
            }
        }
        return Reply.refused(Refusal.READINESS_UNPROVEN);
    }

    private Reply kept(Call call, Verdict.Holds holds) {
        UUID id = UUID.fromString(call.named("id"));
        Sha256 hash = Sha256.of(call.body());
        return rows.inTransaction(handle -> {
            int inserted = handle.createUpdate("""
                            INSERT INTO readiness (terminal, id, hash, verdict, made_at, arrived_at, pdf)
                            VALUES (:terminal, :id, :hash, :verdict, :made, :arrived, :pdf)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("terminal", call.terminal())
                    .bind("id", id)
                    .bind("hash", Hashes.bytes(hash))
                    .bind("verdict", holds.reason())
                    .bind("made", holds.at())
                    .bind("arrived", clock.instant())
                    .bind("pdf", call.body())
                    .execute();
            if (inserted == 1) {
                return Reply.noted();
            }
            Optional<Sha256> before = handle.createQuery("SELECT hash FROM readiness WHERE terminal = :terminal AND id = :id")
                    .bind("terminal", call.terminal())
                    .bind("id", id)
                    .map((row, _) -> Hashes.of(row.getBytes(1)))
                    .findOne();
            return before.equals(Optional.of(hash)) ? Reply.noted() : Reply.refused(Refusal.READINESS_DIFFERS);
        });
    }

    /** {@code GET /readiness/{id}}: the report as it came, for whoever sits at the centre. */
    public Reply get(Call call) {
        return records.readiness(UUID.fromString(call.named("id")))
                .filter(_ -> shown)
                .map(report -> new Reply(200, Readiness.MEDIA_TYPE, report.pdf()))
                .orElseGet(() -> Reply.page(404, ""));
    }
}
