package banyan.server.evidence;

import banyan.acceptance.Consent;
import banyan.acceptance.LedgerEntry;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.server.store.Hashes;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Keeps consents and ledger lines byte for byte, each once, and says under the centre's key that it does. The first stands. */
public final class Evidence {
    private final Jdbi rows;
    private final CentreKey key;
    private final InstantSource clock;

    public Evidence(Jdbi rows, CentreKey key, InstantSource clock) {
        this.rows = rows;
        this.key = key;
        this.clock = clock;
    }

    /** {@code PUT /consents/{id}} */
    public Reply consent(Call call) {
        Optional<Consent> read = Json.read(call.body(), Consent.class)
                .filter(said -> said.to().equals(Consent.ID_CARD) && Names.isCode(said.language()));
        return read.isEmpty()
                ? Reply.refused(Refusal.MALFORMED)
                : keep(call, NoteReceipt.CONSENT, call.named("id"), """
                        INSERT INTO consent (terminal, name, about, hash, body, arrived_at)
                        VALUES (:terminal, :name, :about, :hash, :body, :arrived) ON CONFLICT DO NOTHING
                        """, insert -> insert.bind("about", read.get().about()));
    }

    /** {@code PUT /ledger/{entry}} */
    public Reply ledger(Call call) {
        boolean right = Json.read(call.body(), LedgerEntry.class)
                .filter(read -> read.name().equals(call.named("entry"))
                        && read.job() > 0
                        && read.hour() >= 0
                        && read.pages() >= 0
                        && read.out() >= 0
                        && read.certificate().matches("[0-9a-f]{16}"))
                .isPresent();
        return right
                ? keep(call, NoteReceipt.LEDGER, call.named("entry"), """
                        INSERT INTO ledger (terminal, name, hash, body, arrived_at)
                        VALUES (:terminal, :name, :hash, :body, :arrived) ON CONFLICT DO NOTHING
                        """, insert -> insert)
                : Reply.refused(Refusal.MALFORMED);
    }

    private Reply keep(Call call, String kind, String name, String sql, UnaryOperator<Update> more) {
        Sha256 hash = Sha256.of(call.body());
        return rows.inTransaction(handle -> {
            more.apply(handle.createUpdate(sql))
                    .bind("terminal", call.terminal())
                    .bind("name", name)
                    .bind("hash", Hashes.bytes(hash))
                    .bind("body", call.body())
                    .bind("arrived", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .execute();
            return held(handle, call.terminal(), kind, name)
                    .filter(first -> first.hash().equals(hash))
                    .map(first -> Reply.json(200, first.signed(key.sign(first.signedBytes()))))
                    .orElseGet(() -> Reply.refused(Refusal.RECORD_DIFFERS));
        });
    }

    /** What is held under this name, unsigned. */
    private Optional<NoteReceipt> held(Handle handle, String terminal, String kind, String name) {
        return handle.createQuery("SELECT hash, arrived_at FROM <table> WHERE terminal = :terminal AND name = :name")
                .define("table", kind)
                .bind("terminal", terminal)
                .bind("name", name)
                .map((row, _) -> {
                    Instant at = row.getTimestamp("arrived_at").toInstant();
                    return new NoteReceipt(kind, name, Hashes.of(row.getBytes("hash")), at, key.id(), new byte[0]);
                })
                .findOne();
    }
}
