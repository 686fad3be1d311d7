package banyan.server.voice;

import banyan.acceptance.Evaluation;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Trouble;
import banyan.server.followup.FollowUps;
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

/** Keeps evaluations, one for each case and only from who holds its paper, and what could not be got done, one for each trace number. The first stands. */
public final class Voices {
    private static final int MOST_REASONS = 20;

    private final Jdbi rows;
    private final Proofs proofs;
    private final FollowUps followUps;
    private final InstantSource clock;

    /**
     * @param proofs that whoever rates holds the paper
     * @param followUps what a bad rating and each trouble leads to
     */
    public Voices(Jdbi rows, Proofs proofs, FollowUps followUps, InstantSource clock) {
        this.rows = rows;
        this.proofs = proofs;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** {@code PUT /evaluations/{case}} */
    public Reply evaluation(Call call) {
        Optional<Evaluation> read = Json.read(call.body(), Evaluation.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Evaluation evaluation = read.get();
        List<String> wrong = wrong(evaluation);
        if (!wrong.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, wrong);
        }
        UUID about = UUID.fromString(call.named("case"));
        Sha256 hash = Sha256.of(Json.write(evaluation));
        return rows.inTransaction(handle -> {
            Optional<Refusal> unproven =
                    proofs.refuse(handle, call.terminal(), about, evaluation.proof().orElse(""), clock.instant());
            if (unproven.isPresent()) {
                return Reply.refused(unproven.get());
            }
            int inserted = handle.createUpdate("""
                            INSERT INTO evaluation
                                (case_id, terminal, hash, level, reasons, given_at, arrived_at, phone)
                            VALUES (:case, :terminal, :hash, :level, :reasons, :given, :arrived, :phone)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("case", about)
                    .bind("terminal", call.terminal())
                    .bind("hash", Hashes.bytes(hash))
                    .bind("level", evaluation.level())
                    .bindArray("reasons", String.class, evaluation.reasons())
                    .bind("given", evaluation.at())
                    .bind("arrived", clock.instant())
                    .bind("phone", evaluation.phone().orElse(null))
                    .execute();
            if (inserted == 1) {
                Outbox.add(handle, call.terminal(), "EVALUATION-GIVEN", about.toString(), clock.instant());
                if (evaluation.level() <= FollowUps.BAD) {
                    followUps.open(
                            handle,
                            FollowUps.Kind.RATING,
                            call.terminal(),
                            about.toString(),
                            item(handle, call.terminal(), about),
                            clock.instant());
                }
                return Reply.noted();
            }
            return same(
                            handle.createQuery("SELECT hash FROM evaluation WHERE case_id = :case")
                                    .bind("case", about)
                                    .map((row, _) -> Hashes.of(row.getBytes(1)))
                                    .findOne(),
                            hash)
                    ? Reply.noted()
                    : Reply.refused(Refusal.EVALUATION_DIFFERS);
        });
    }

    /** {@code PUT /troubles/{trace}} */
    public Reply trouble(Call call) {
        if (!Names.isTrace(call.named("trace"))) {
            return Reply.refused(Refusal.ROUTE_UNKNOWN);
        }
        Optional<Trouble> read = Json.read(call.body(), Trouble.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        List<String> wrong = wrong(read.get());
        if (!wrong.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, wrong);
        }
        return rows.inTransaction(handle -> trouble(handle, call, read.get()));
    }

    private Reply trouble(Handle handle, Call call, Trouble trouble) {
        String trace = call.named("trace");
        Sha256 hash = Sha256.of(Json.write(trouble));
        int inserted = handle.createUpdate("""
                        INSERT INTO trouble
                            (terminal, trace, hash, item, step, fault_code, given_at, arrived_at, phone)
                        VALUES (:terminal, :trace, :hash, :item, :step, :fault, :given, :arrived, :phone)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("terminal", call.terminal())
                .bind("trace", trace)
                .bind("hash", Hashes.bytes(hash))
                .bind("item", trouble.item().orElse(null))
                .bind("step", trouble.step())
                .bind("fault", trouble.faultCode())
                .bind("given", trouble.at())
                .bind("arrived", clock.instant())
                .bind("phone", trouble.phone().orElse(null))
                .execute();
        if (inserted == 1) {
            Outbox.add(handle, call.terminal(), "TROUBLE-REPORTED", trace, clock.instant());
            followUps.open(
                    handle, FollowUps.Kind.TROUBLE, call.terminal(), trace, trouble.item(), clock.instant());
            return Reply.noted();
        }
        return same(
                        handle.createQuery("SELECT hash FROM trouble WHERE terminal = :terminal AND trace = :trace")
                                .bind("terminal", call.terminal())
                                .bind("trace", trace)
                                .map((row, _) -> Hashes.of(row.getBytes(1)))
                                .findOne(),
                        hash)
                ? Reply.noted()
                : Reply.refused(Refusal.TROUBLE_DIFFERS);
    }

    /** Of the submission or the certificate that was rated. */
    private static Optional<String> item(Handle handle, String terminal, UUID about) {
        return handle.createQuery("""
                        SELECT item FROM submission WHERE terminal = :terminal AND id = :id
                        UNION ALL SELECT item FROM certificate WHERE terminal = :terminal AND request = :id LIMIT 1
                        """)
                .bind("terminal", terminal)
                .bind("id", about)
                .mapTo(String.class)
                .findOne();
    }

    private static boolean same(Optional<Sha256> first, Sha256 now) {
        return first.equals(Optional.of(now));
    }

    private static List<String> wrong(Evaluation evaluation) {
        List<String> wrong = new ArrayList<>();
        if (evaluation.level() < 1 || evaluation.level() > 5) {
            wrong.add("level");
        }
        if (evaluation.reasons().size() > MOST_REASONS
                || !evaluation.reasons().stream().allMatch(Names::isEvent)) {
            wrong.add("reasons");
        }
        if (!evaluation.phone().map(Names::isPhone).orElse(true)) {
            wrong.add("phone");
        }
        return wrong;
    }

    private static List<String> wrong(Trouble trouble) {
        List<String> wrong = new ArrayList<>();
        if (!trouble.item().map(Names::isCode).orElse(true)) {
            wrong.add("item");
        }
        if (!Names.isEvent(trouble.step())) {
            wrong.add("step");
        }
        if (!Names.isEvent(trouble.faultCode())) {
            wrong.add("faultCode");
        }
        if (!trouble.phone().map(Names::isPhone).orElse(true)) {
            wrong.add("phone");
        }
        return wrong;
    }
}
