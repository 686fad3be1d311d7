package banyan.server.queue;

import banyan.acceptance.Refusal;
import banyan.acceptance.Ticket;
import banyan.server.appointment.HallPlan;
import banyan.server.appointment.Times;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Staff at a window: who is next, once more, not there, served. Each is in the audit, in the same transaction. */
public final class Window {
    private final Jdbi rows;
    private final HallPlan plan;
    private final Times times;
    private final Audit audit;
    private final InstantSource clock;

    public Window(Jdbi rows, HallPlan plan, Times times, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.plan = plan;
        this.times = times;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where somebody is called to. */
    public record AtWindow(String window) {}

    /** {@code POST /staff/api/queues/{hall}/{queue}/next} */
    public Reply next(Call call) {
        Optional<AtWindow> at = Json.read(call.body(), AtWindow.class).filter(read -> Names.isCode(read.window()));
        if (at.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        if (unknown(call)) {
            return Reply.refused(Refusal.QUEUE_UNKNOWN);
        }
        return rows.inTransaction(handle -> Tickets.callNext(
                        handle, call.named("hall"), today(), call.named("queue"), at.get().window(), now())
                .map(name -> said(handle, call, name, "NUMBER-CALLED"))
                .orElseGet(Reply::done));
    }

    /** {@code POST /staff/api/queues/{hall}/{queue}/numbers/{number}/{deed}}; a number that is not called stays as it is. */
    public Reply deed(Call call) {
        if (unknown(call) || !call.named("number").matches("[A-Z][0-9]{3,4}")) {
            return Reply.refused(Refusal.QUEUE_UNKNOWN);
        }
        return rows.inTransaction(handle -> {
            OptionalInt count =
                    Tickets.count(handle, call.named("hall"), today(), call.named("queue"), call.named("number"));
            if (count.isEmpty()) {
                return Reply.refused(Refusal.QUEUE_UNKNOWN);
            }
            Tickets.Name name = new Tickets.Name(call.named("hall"), today(), call.named("queue"), count.getAsInt());
            boolean done =
                    switch (call.named("deed")) {
                        case "recalled" -> Tickets.recall(handle, name, now());
                        case "skipped" -> Tickets.end(handle, name, Ticket.State.SKIPPED, now());
                        case "served" -> Tickets.end(handle, name, Ticket.State.SERVED, now());
                        default -> false;
                    };
            return done
                    ? said(handle, call, name, "NUMBER-" + call.named("deed").toUpperCase(java.util.Locale.ROOT))
                    : Reply.refused(Refusal.NUMBER_NOT_CALLED);
        });
    }

    private Reply said(Handle handle, Call call, Tickets.Name name, String deed) {
        Ticket ticket = Tickets.shown(handle, name);
        audit.note(handle, call.staff(), deed, name.hall() + "/" + name.day() + "/" + name.queue() + "/" + ticket.number());
        return Reply.json(200, ticket);
    }

    private boolean unknown(Call call) {
        return plan.hall(call.named("hall"))
                .flatMap(hall -> hall.queue(call.named("queue")))
                .isEmpty();
    }

    private LocalDate today() {
        return times.day(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
