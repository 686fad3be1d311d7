package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.acceptance.Receipt;
import banyan.server.wire.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Says of a case what its citizen may know. */
public final class Stands {
    private Stands() {}

    /** How the case of this submission stands; empty where there is none yet. */
    public static Optional<Progress> of(Handle handle, String terminal, UUID id) {
        return CaseRows.of(handle, terminal, id).map(row -> of(handle, row));
    }

    /** How this case stands. */
    public static Progress of(Handle handle, CaseRow row) {
        Receipt receipt = receipt(handle, row);
        List<CaseEvent> events = CaseRows.events(handle, row, 0);
        return new Progress(
                row.number(),
                row.item(),
                receipt.receivedAt(),
                receipt.filedAt(),
                answerBy(row, receipt, events),
                stages(events),
                Optional.of(new CaseStand(
                        row.state().stage(),
                        promise(row),
                        Asks.open(handle, row),
                        decision(handle, row),
                        result(handle, row, events),
                        CaseFlow.next(row.state(), new Deed.Withdraw()).isPresent(),
                        CaseRows.rulesUntil(handle, row))));
    }

    /** As promised on the receipt, until a supplement has moved it. */
    private static LocalDate answerBy(CaseRow row, Receipt receipt, List<CaseEvent> events) {
        boolean moved = events.stream().anyMatch(event -> event.state().asked());
        return moved ? row.clock().due().orElse(receipt.answerBy()) : receipt.answerBy();
    }

    /** Deeds that leave the case where it is are nobody's but the clerks'. */
    private static List<Progress.Stage> stages(List<CaseEvent> events) {
        List<Progress.Stage> stages = new ArrayList<>();
        Optional<CaseState> before = Optional.empty();
        for (CaseEvent event : events) {
            if (!before.equals(Optional.of(event.state()))) {
                stages.add(new Progress.Stage(event.state().stage(), event.at()));
            }
            before = Optional.of(event.state());
        }
        return stages;
    }

    private static CaseStand.Promise promise(CaseRow row) {
        return new CaseStand.Promise(
                row.clock().due(), row.clock().left(), row.clock().from(), row.clock().stopped());
    }

    /** What was decided. */
    static Optional<CaseStand.Decision> decision(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT body FROM case_decision WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> own(found.getBytes("body"), CaseStand.Decision.class))
                .findOne();
    }

    private static Optional<CaseStand.Result> result(Handle handle, CaseRow row, List<CaseEvent> events) {
        return row.state().collectable()
                ? CaseRows.since(events, row.state()).map(since -> new CaseStand.Result(since, collected(handle, row)))
                : Optional.empty();
    }

    private static boolean collected(Handle handle, CaseRow row) {
        return handle.createQuery("""
                        SELECT 1 FROM case_result r LEFT JOIN voided v ON v.terminal = r.at_terminal AND v.request = r.request
                        WHERE r.terminal = :terminal AND r.id = :id AND v.request IS NULL
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Receipt receipt(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT body FROM receipt WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> own(found.getBytes("body"), Receipt.class))
                .one();
    }

    static <T extends Record> T own(byte[] json, Class<T> type) {
        return Json.read(json, type)
                .orElseThrow(() -> new IllegalStateException("a kept " + type.getSimpleName() + " cannot be read"));
    }
}
