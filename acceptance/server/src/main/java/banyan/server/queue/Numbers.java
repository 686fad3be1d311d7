package banyan.server.queue;

import banyan.acceptance.Appointment;
import banyan.acceptance.Board;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Refusal;
import banyan.acceptance.TicketOrder;
import banyan.server.appointment.Appointments;
import banyan.server.appointment.Bookings;
import banyan.server.appointment.FreeTimes;
import banyan.server.appointment.HallPlan;
import banyan.server.appointment.Times;
import banyan.server.progress.LookupTries;
import banyan.server.store.CentreSecret;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives numbers to whoever comes, with or without an appointment, and says how each hall stands. */
public final class Numbers {
    private final Jdbi rows;
    private final HallPlan plan;
    private final Bookings bookings;
    private final FreeTimes free;
    private final Times times;
    private final LookupTries tries;
    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret under which orders are hashed: a card's number may stand in one */
    public Numbers(
            Jdbi rows,
            HallPlan plan,
            Bookings bookings,
            FreeTimes free,
            Times times,
            LookupTries tries,
            byte[] secret,
            InstantSource clock) {
        this.rows = rows;
        this.plan = plan;
        this.bookings = bookings;
        this.free = free;
        this.times = times;
        this.tries = tries;
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** {@code POST /halls} */
    public Reply halls(Call call) {
        Optional<HallsQuery> query = Json.read(call.body(), HallsQuery.class)
                .filter(read -> read.item().map(Names::isCode).orElse(true));
        if (query.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Instant now = now();
        List<Halls.Hall> halls = rows.withHandle(handle -> plan.halls().stream()
                .map(hall -> hall(handle, hall, query.get().item(), now))
                .toList());
        return Reply.json(200, new Halls(halls));
    }

    private Halls.Hall hall(Handle handle, HallPlan.Hall hall, Optional<String> item, Instant now) {
        return new Halls.Hall(
                hall.hall(),
                hall.chinese(),
                hall.english(),
                waiting(handle, hall, now).stream()
                        .map(one -> new Halls.Queue(one.queue(), one.chinese(), one.english(), one.waiting()))
                        .toList(),
                hall.offerings().stream().map(HallPlan.Offering::item).toList(),
                item.map(asked -> free.in(handle, hall, asked, now)).orElse(List.of()));
    }

    /** {@code GET /public/boards/{hall}} */
    public Reply board(Call call) {
        Instant now = now();
        Optional<HallPlan.Hall> hall = plan.hall(call.named("hall"));
        if (hall.isEmpty()) {
            return Reply.refused(Refusal.QUEUE_UNKNOWN);
        }
        Board board = rows.withHandle(handle -> new Board(
                hall.get().hall(),
                Tickets.called(handle, hall.get().hall(), times.day(now)),
                waiting(handle, hall.get(), now)));
        return Reply.json(200, board);
    }

    private List<Board.Waiting> waiting(Handle handle, HallPlan.Hall hall, Instant now) {
        return hall.queues().stream()
                .map(queue -> new Board.Waiting(
                        queue.queue(),
                        queue.chinese(),
                        queue.english(),
                        Tickets.waiting(handle, hall.hall(), times.day(now), queue.queue())))
                .toList();
    }

    /** {@code PUT /tickets/{id}} */
    public Reply put(Call call) {
        return Json.read(call.body(), TicketOrder.class)
                .filter(Numbers::formed)
                .map(order -> rows.inTransaction(handle -> put(handle, call, order)))
                .orElseGet(() -> Reply.refused(Refusal.MALFORMED));
    }

    private static boolean formed(TicketOrder order) {
        return Names.isCode(order.hall())
                && order.queue().map(Names::isCode).orElse(true)
                && order.queue().isPresent() != order.appointment().isPresent()
                && order.appointment().isPresent() == order.proof().isPresent()
                && order.proof().map(Appointments::formed).orElse(true);
    }

    private Reply put(Handle handle, Call call, TicketOrder order) {
        UUID id = UUID.fromString(call.named("id"));
        byte[] hash = CentreSecret.keyedHash(secret, new String(Json.write(order), StandardCharsets.UTF_8));
        // Two who ask under one name at once come one after the other; the row that would hold them is not there yet.
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", call.terminal() + " " + id)
                .mapTo(String.class)
                .findOne();
        Optional<Reply> before = before(handle, call.terminal(), id, hash);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<HallPlan.Hall> hall = plan.hall(order.hall());
        return hall.isEmpty()
                ? Reply.refused(Refusal.QUEUE_UNKNOWN)
                : order.appointment().isPresent()
                        ? checkedIn(handle, call, id, hash, order, hall.get())
                        : hall.get().queue(order.queue().orElseThrow())
                                .map(queue -> given(handle, call.terminal(), id, hash, hall.get(), queue, Optional.empty()))
                                .orElseGet(() -> Reply.refused(Refusal.QUEUE_UNKNOWN));
    }

    private Reply checkedIn(Handle handle, Call call, UUID id, byte[] hash, TicketOrder order, HallPlan.Hall hall) {
        UUID about = order.appointment().orElseThrow();
        if (tries.tooMany(handle, call.terminal(), about.toString(), now())) {
            return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
        }
        handle.savepoint("before-check-in");
        return switch (bookings.checkIn(handle, about, order.proof().orElseThrow(), now())) {
            case Bookings.Booked.Held(var appointment) -> {
                Optional<HallPlan.Queue> queue = queue(hall, appointment);
                if (queue.isEmpty()) {
                    handle.rollbackToSavepoint("before-check-in");
                    yield Reply.refused(Refusal.QUEUE_UNKNOWN);
                }
                Reply reply = given(handle, call.terminal(), id, hash, hall, queue.get(), Optional.of(about));
                if (reply.status() != 200) {
                    handle.rollbackToSavepoint("before-check-in");
                }
                yield reply;
            }
            case Bookings.Booked.Refused(var why) -> {
                if (why == Refusal.APPOINTMENT_UNKNOWN) {
                    tries.note(handle, call.terminal(), about.toString(), now());
                }
                yield Reply.refused(why);
            }
        };
    }

    /** An appointment is checked in where it was booked for, and nowhere else. */
    private static Optional<HallPlan.Queue> queue(HallPlan.Hall hall, Appointment appointment) {
        return hall.hall().equals(appointment.hall())
                ? hall.offering(appointment.item()).flatMap(offering -> hall.queue(offering.queue()))
                : Optional.empty();
    }

    private Reply given(
            Handle handle, String terminal, UUID id, byte[] hash, HallPlan.Hall hall, HallPlan.Queue queue, Optional<UUID> about) {
        Instant now = now();
        LocalDate day = times.day(now);
        Optional<Tickets.Name> name =
                Tickets.take(handle, hall.hall(), queue, day, about, plan.rules().headStartMinutes(), now);
        if (name.isEmpty()) {
            return Reply.refused(Refusal.QUEUE_FULL);
        }
        handle.createUpdate("""
                        INSERT INTO ticket_name (terminal, id, hash, hall, day, queue, count)
                        VALUES (:terminal, :id, :hash, :hall, :day, :queue, :count)
                        """)
                .bind("hall", name.get().hall())
                .bind("day", name.get().day())
                .bind("queue", name.get().queue())
                .bind("count", name.get().count())
                .bind("terminal", terminal)
                .bind("id", id)
                .bind("hash", hash)
                .execute();
        return Reply.json(200, Tickets.shown(handle, name.get()));
    }

    private static Optional<Reply> before(Handle handle, String terminal, UUID id, byte[] hash) {
        return handle.createQuery(
                        "SELECT hash, hall, day, queue, count FROM ticket_name WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", id)
                .map((row, _) -> MessageDigest.isEqual(row.getBytes("hash"), hash)
                        ? Optional.of(new Tickets.Name(
                                row.getString("hall"),
                                row.getObject("day", LocalDate.class),
                                row.getString("queue"),
                                row.getInt("count")))
                        : Optional.<Tickets.Name>empty())
                .findOne()
                .map(name -> name.map(same -> Reply.json(200, Tickets.shown(handle, same)))
                        .orElseGet(() -> Reply.refused(Refusal.RECORD_DIFFERS)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
