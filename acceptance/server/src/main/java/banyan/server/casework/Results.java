package banyan.server.casework;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.Refusal;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.server.certificate.Certificates;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Hands out the documents of decided cases: each is printed once. */
public final class Results {
    private final Jdbi rows;
    private final CaseFinder finder;
    private final Certificates certificates;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    Results(Jdbi rows, CaseFinder finder, Certificates certificates, WorkCalendar calendar, InstantSource clock) {
        this.rows = rows;
        this.finder = finder;
        this.certificates = certificates;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** {@code PUT /results/{request}} */
    public Reply put(Call call) {
        Optional<ResultOrder> read = Json.read(call.body(), ResultOrder.class)
                .filter(order -> CaseFinder.formed(order.number(), CaseProof.card(order.citizen())));
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        ResultOrder order = read.get();
        UUID request = UUID.fromString(call.named("request"));
        Instant now = clock.instant();
        return rows.inTransaction(handle -> {
            CaseProof proof = CaseProof.card(order.citizen());
            return switch (finder.find(handle, call.terminal(), order.number(), proof, now)) {
                case CaseFinder.Found.Not(var refusal) -> Reply.refused(refusal);
                case CaseFinder.Found.Case(var row) -> handOut(handle, call.terminal(), request, order, row);
            };
        });
    }

    private Reply handOut(Handle handle, String terminal, UUID request, ResultOrder order, CaseRow row) {
        if (!row.state().collectable()) {
            return Reply.refused(Refusal.CASE_STATE);
        }
        Optional<Order> last = last(handle, row);
        boolean mine = last.equals(Optional.of(new Order(terminal, request, false)));
        if (!mine && last.filter(other -> !other.declaredVoid()).isPresent()) {
            return Reply.refused(Refusal.RESULT_TAKEN);
        }
        Reply reply = certificates.document(
                handle, terminal, request, Sha256.of(Json.write(order)), () -> document(handle, row));
        if (reply.status() < 400) {
            take(handle, row, terminal, request);
        }
        return reply;
    }

    private record Order(String terminal, UUID request, boolean declaredVoid) {}

    private static Optional<Order> last(Handle handle, CaseRow row) {
        return handle.createQuery("""
                        SELECT at_terminal, r.request, v.request IS NOT NULL AS void FROM case_result r
                        LEFT JOIN voided v ON v.terminal = r.at_terminal AND v.request = r.request
                        WHERE r.terminal = :terminal AND r.id = :id
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> new Order(
                        found.getString("at_terminal"), found.getObject("request", UUID.class), found.getBoolean("void")))
                .findOne();
    }

    private static void take(Handle handle, CaseRow row, String terminal, UUID request) {
        handle.createUpdate("""
                        INSERT INTO case_result (terminal, id, at_terminal, request) VALUES (:terminal, :id, :at, :request)
                        ON CONFLICT (terminal, id) DO UPDATE SET at_terminal = :at, request = :request
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("at", terminal)
                .bind("request", request)
                .execute();
    }

    /** What the paper says besides the applicant's name. The seal is the deciding department's, where the item's template has one. */
    private Certificates.Document document(Handle handle, CaseRow row) {
        CaseStand.Decision decision = Stands.decision(handle, row).orElseThrow();
        SortedMap<String, String> values = new TreeMap<>(data(handle, row));
        values.put("case", row.number());
        values.put("outcome", decision.outcome().name());
        values.put("office", row.department());
        values.put("decidedOn", calendar.day(decision.at()).toString());
        values.put("grounds", String.join("；", decision.grounds()));
        values.put("words", decision.words());
        return new Certificates.Document(row.item(), applicant(handle, row), values);
    }

    private static SortedMap<String, String> data(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT data FROM case_decision WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("data"), Casework.DecisionData.class).values())
                .one();
    }

    private static String applicant(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT payload FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Stands.own(found.getBytes("payload"), Submission.class).applicant().name())
                .one();
    }
}
