package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Missing;
import banyan.acceptance.Paper;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import banyan.server.intake.FilingDate;
import banyan.server.intake.Papers;
import banyan.server.progress.SlipCodes;
import banyan.server.store.Hashes;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes in answers to what was asked for. However often one is sent there is one row, one receipt and one step of the case. */
public final class Supplements {
    private final Jdbi rows;
    private final Casework casework;
    private final CaseFinder finder;
    private final SupplementCheck check;
    private final Papers papers;
    private final SlipCodes slips;
    private final CentreKey key;
    private final InstantSource clock;

    Supplements(
            Jdbi rows,
            Casework casework,
            CaseFinder finder,
            SupplementCheck check,
            Papers papers,
            SlipCodes slips,
            CentreKey key,
            InstantSource clock) {
        this.rows = rows;
        this.casework = casework;
        this.finder = finder;
        this.check = check;
        this.papers = papers;
        this.slips = slips;
        this.key = key;
        this.clock = clock;
    }

    /** {@code PUT /supplements/{id}} */
    public Reply put(Call call) {
        Optional<Supplement> read = Json.read(call.body(), Supplement.class)
                .filter(said -> CaseFinder.formed(said.number(), said.proof()) && hasOneSlipOrNone(said));
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Supplement supplement = read.get();
        if (!supplement.id().toString().equals(call.named("id")) || !supplement.terminal().equals(call.terminal())) {
            return Reply.refused(Refusal.SUBMISSION_MISNAMED);
        }
        Sha256 payload = Sha256.of(call.body());
        return rows.inTransaction(handle -> put(handle, supplement, payload, call.body()));
    }

    private static boolean hasOneSlipOrNone(Supplement said) {
        return said.provisional().isPresent() == said.slipCode().isPresent()
                && said.provisional().stream().allMatch(number -> Names.isSlip(number, said.terminal()))
                && said.slipCode().stream().allMatch(code -> code.matches("[0-9]{8}"));
    }

    private Reply put(Handle handle, Supplement supplement, Sha256 payload, byte[] body) {
        if (!alone(handle, supplement)) {
            return Reply.refused(Refusal.TRANSFER_UNDER_WAY);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Held> held = held(handle, supplement);
        if (held.filter(known -> !known.payload().equals(payload)).isPresent()) {
            return Reply.refused(Refusal.SUPPLEMENT_DIFFERS);
        }
        if (held.flatMap(Held::receipt).isPresent()) {
            return Reply.json(200, held.flatMap(Held::receipt).orElseThrow());
        }
        return switch (finder.find(handle, supplement.terminal(), supplement.number(), supplement.proof(), now)) {
            case CaseFinder.Found.Not(var refusal) -> Reply.refused(refusal);
            case CaseFinder.Found.Case(var row) -> put(handle, row, supplement, payload, body, held.isPresent(), now);
        };
    }

    private Reply put(
            Handle handle, CaseRow row, Supplement supplement, Sha256 payload, byte[] body, boolean known, Instant now) {
        Optional<CaseStand.Asked> asked =
                Asks.open(handle, row).filter(open -> open.ask().equals(supplement.ask()));
        if (asked.isEmpty()) {
            return Reply.refused(Refusal.SUPPLEMENT_OVER);
        }
        Optional<Reply> objection = check.objection(handle, row, asked.get(), supplement);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!known) {
            insert(handle, row, supplement, payload, body, now);
        }
        Map<Sha256, Long> here = papers.held(handle, supplement.terminal(), supplement.id());
        List<Sha256> missing = supplement.papers().stream()
                .map(Paper::hash)
                .filter(hash -> !here.containsKey(hash))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            return Reply.json(202, new Missing(missing));
        }
        List<String> misstated = supplement.papers().stream()
                .filter(paper -> !Long.valueOf(paper.size()).equals(here.get(paper.hash())))
                .map(Paper::material)
                .distinct()
                .toList();
        return misstated.isEmpty()
                ? receive(handle, row, supplement, payload, now)
                : Reply.refused(Refusal.PAPERS_INVALID, misstated);
    }

    private Reply receive(Handle handle, CaseRow row, Supplement supplement, Sha256 payload, Instant now) {
        return switch (casework.act(handle, row, new Deed.Answer(supplement.id().value()), "citizen", now)) {
            case Casework.Outcome.Not(var refusal) -> Reply.refused(refusal);
            case Casework.Outcome.Done(var after) -> {
                byte[] receipt = Json.write(receipt(handle, after, supplement, payload, now));
                handle.createUpdate("UPDATE supplement SET receipt = :receipt WHERE terminal = :terminal AND id = :id")
                        .bind("receipt", receipt)
                        .bind("terminal", supplement.terminal())
                        .bind("id", supplement.id().value())
                        .execute();
                // Whoever holds what he was given while it waited is told of the case from now on.
                supplement
                        .provisional()
                        .ifPresent(waiting -> slips.register(
                                handle,
                                waiting,
                                supplement.slipCode().orElseThrow(),
                                row.terminal(),
                                new SubmissionId(row.id())));
                yield Reply.json(201, receipt);
            }
        };
    }

    /** The day on it is the moved one; where nobody knows it, the one that was promised first. */
    private Receipt receipt(Handle handle, CaseRow row, Supplement supplement, Sha256 payload, Instant now) {
        LocalDate answerBy = Stands.of(handle, row).answerBy();
        Receipt unsigned = new Receipt(
                supplement.id(),
                payload,
                supplement.papers().stream().map(Paper::hash).toList(),
                row.number(),
                now,
                answerBy,
                Optional.empty(),
                Optional.empty(),
                key.id(),
                new byte[0]);
        return unsigned.signed(key.sign(unsigned.signedBytes()));
    }

    private static boolean alone(Handle handle, Supplement supplement) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('supplement ' || :name, 0))")
                .bind("name", supplement.terminal() + " " + supplement.id())
                .mapTo(Boolean.class)
                .one();
    }

    private record Held(Sha256 payload, Optional<byte[]> receipt) {}

    private static Optional<Held> held(Handle handle, Supplement supplement) {
        return handle.createQuery("SELECT payload_hash, receipt FROM supplement WHERE terminal = :terminal AND id = :id")
                .bind("terminal", supplement.terminal())
                .bind("id", supplement.id().value())
                .map((row, _) ->
                        new Held(Hashes.of(row.getBytes("payload_hash")), Optional.ofNullable(row.getBytes("receipt"))))
                .findOne();
    }

    private static void insert(
            Handle handle, CaseRow row, Supplement supplement, Sha256 payload, byte[] body, Instant now) {
        handle.createUpdate("""
                        INSERT INTO supplement (terminal, id, payload_hash, payload, case_terminal, case_id, ask, arrived_at, filed_at)
                        VALUES (:terminal, :id, :hash, :payload, :caseTerminal, :caseId, :ask, :at, :filed)
                        """)
                .bind("terminal", supplement.terminal())
                .bind("id", supplement.id().value())
                .bind("hash", Hashes.bytes(payload))
                .bind("payload", body)
                .bind("caseTerminal", row.terminal())
                .bind("caseId", row.id())
                .bind("ask", supplement.ask())
                .bind("at", now)
                .bind("filed", FilingDate.of(supplement.confirmedAt(), now).at())
                .execute();
    }
}
