package banyan.server.deposit;

import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.server.store.Hashes;
import banyan.server.store.Outbox;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps what became of the cells of the terminals' cabinets, and that staff have emptied them. The first word of each stands. */
public final class Deposits {
    private final Jdbi rows;
    private final InstantSource clock;

    public Deposits(Jdbi rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** {@code PUT /deposits/{deposit}} */
    public Reply put(Call call) {
        Optional<Deposit> read = Json.read(call.body(), Deposit.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        List<String> wrong = wrong(read.get());
        return wrong.isEmpty()
                ? rows.inTransaction(handle -> put(handle, call, read.get()))
                : Reply.refused(Refusal.MALFORMED, wrong);
    }

    private Reply put(Handle handle, Call call, Deposit deposit) {
        UUID id = UUID.fromString(call.named("deposit"));
        Sha256 hash = Sha256.of(Json.write(deposit));
        int inserted = handle.createUpdate("""
                        INSERT INTO deposit
                            (terminal, id, hash, about, cell, materials, how, opened_at, arrived_at)
                        VALUES (:terminal, :id, :hash, :about, :cell, :materials, :how, :opened, :arrived)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("terminal", call.terminal())
                .bind("id", id)
                .bind("hash", Hashes.bytes(hash))
                .bind("about", deposit.about().value())
                .bind("cell", deposit.cell())
                .bindArray("materials", String.class, deposit.materials())
                .bind("how", deposit.how().name())
                .bind("opened", deposit.at())
                .bind("arrived", clock.instant())
                .execute();
        return noted(handle, call, inserted == 1, "deposit", id, hash, "DEPOSIT-" + deposit.how());
    }

    /** {@code PUT /deposits/{deposit}/taken} */
    public Reply taken(Call call) {
        Optional<DepositTaken> read = Json.read(call.body(), DepositTaken.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return Names.isCode(read.get().staff())
                ? rows.inTransaction(handle -> taken(handle, call, read.get()))
                : Reply.refused(Refusal.MALFORMED, List.of("staff"));
    }

    private Reply taken(Handle handle, Call call, DepositTaken taken) {
        UUID id = UUID.fromString(call.named("deposit"));
        Sha256 hash = Sha256.of(Json.write(taken));
        int inserted = handle.createUpdate("""
                        INSERT INTO deposit_taken (terminal, id, hash, found, staff, taken_at, arrived_at)
                        VALUES (:terminal, :id, :hash, :found, :staff, :taken, :arrived)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("terminal", call.terminal())
                .bind("id", id)
                .bind("hash", Hashes.bytes(hash))
                .bind("found", taken.found())
                .bind("staff", taken.staff())
                .bind("taken", taken.at())
                .bind("arrived", clock.instant())
                .execute();
        return noted(handle, call, inserted == 1, "deposit_taken", id, hash, "DEPOSIT-TAKEN");
    }

    /** New, or the same as before; else the first stands. */
    private Reply noted(Handle handle, Call call, boolean inserted, String table, UUID id, Sha256 hash, String kind) {
        if (inserted) {
            Outbox.add(handle, call.terminal(), kind, id.toString(), clock.instant());
            return Reply.noted();
        }
        Optional<Sha256> first = handle.createQuery("SELECT hash FROM <table> WHERE terminal = :terminal AND id = :id")
                .define("table", table)
                .bind("terminal", call.terminal())
                .bind("id", id)
                .map((row, _) -> Hashes.of(row.getBytes(1)))
                .findOne();
        return first.equals(Optional.of(hash)) ? Reply.noted() : Reply.refused(Refusal.DEPOSIT_DIFFERS);
    }

    private static List<String> wrong(Deposit deposit) {
        List<String> wrong = new ArrayList<>();
        if (deposit.cell() < 1 || deposit.cell() > Deposit.MOST_CELLS) {
            wrong.add("cell");
        }
        List<String> materials = deposit.materials();
        if (materials.isEmpty()
                || materials.size() > Paper.MAX_COUNT
                || materials.stream().distinct().count() < materials.size()
                || !materials.stream().allMatch(Names::isCode)) {
            wrong.add("materials");
        }
        return wrong;
    }
}
