package banyan.server.appointment;

import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Refusal;
import banyan.server.appointment.Bookings.Booked;
import banyan.server.progress.LookupTries;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Books, changes, cancels and finds appointments for terminals, whichever channel a citizen came by. */
public final class Appointments {
    private static final int MOST_NAME = 60;

    private final Jdbi rows;
    private final Bookings bookings;
    private final LookupTries tries;
    private final InstantSource clock;

    public Appointments(Jdbi rows, Bookings bookings, LookupTries tries, InstantSource clock) {
        this.rows = rows;
        this.bookings = bookings;
        this.tries = tries;
        this.clock = clock;
    }

    /** {@code PUT /appointments/{id}} */
    public Reply put(Call call) {
        Optional<AppointmentOrder> read = Json.read(call.body(), AppointmentOrder.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        List<String> wrong = wrong(read.get());
        return wrong.isEmpty()
                ? reply(rows.inTransaction(
                        handle -> bookings.book(handle, id(call), read.get(), call.terminal(), now())))
                : Reply.refused(Refusal.MALFORMED, wrong);
    }

    /** {@code PUT /appointments/{id}/changed} */
    public Reply change(Call call) {
        return Json.read(call.body(), AppointmentChange.class)
                .filter(change -> formed(change.proof()))
                .map(change -> bounded(
                        call,
                        handle -> bookings.change(
                                handle, id(call), change.proof(), change.starts(), call.terminal(), now())))
                .orElseGet(() -> Reply.refused(Refusal.MALFORMED));
    }

    /** {@code PUT /appointments/{id}/cancelled} */
    public Reply cancel(Call call) {
        return Json.read(call.body(), AppointmentProof.class)
                .filter(Appointments::formed)
                .map(proof -> bounded(
                        call, handle -> bookings.cancel(handle, id(call), proof, call.terminal(), now())))
                .orElseGet(() -> Reply.refused(Refusal.MALFORMED));
    }

    /** {@code POST /appointments/find} */
    public Reply find(Call call) {
        Optional<AppointmentProof> proof =
                Json.read(call.body(), AppointmentProof.class).filter(Appointments::formed);
        if (proof.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return rows.inTransaction(handle -> {
            String named = proof.get().code().orElse("");
            if (!named.isEmpty() && tries.tooMany(handle, call.terminal(), named, now())) {
                return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
            }
            var found = bookings.find(handle, proof.get(), now());
            if (!named.isEmpty() && found.isEmpty()) {
                tries.note(handle, call.terminal(), named, now());
            }
            return Reply.json(200, new banyan.acceptance.Appointments(found));
        });
    }

    /** A deed on one appointment by whoever proves it. */
    @FunctionalInterface
    private interface Deed {
        Booked on(Handle handle);
    }

    /** Codes are not tried until one fits. */
    private Reply bounded(Call call, Deed deed) {
        return rows.inTransaction(handle -> {
            if (tries.tooMany(handle, call.terminal(), id(call).toString(), now())) {
                return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
            }
            Booked booked = deed.on(handle);
            if (booked instanceof Booked.Refused(var why) && why == Refusal.APPOINTMENT_UNKNOWN) {
                tries.note(handle, call.terminal(), id(call).toString(), now());
            }
            return reply(booked);
        });
    }

    /** Whether it is exactly one of the two. */
    public static boolean formed(AppointmentProof proof) {
        return proof.code().isPresent() != proof.citizen().isPresent()
                && proof.code().map(SlipCode::formed).orElse(true)
                && proof.citizen().map(Names::isCitizen).orElse(true);
    }

    private static List<String> wrong(AppointmentOrder order) {
        List<String> wrong = new ArrayList<>();
        if (!Names.isCode(order.hall())) {
            wrong.add("hall");
        }
        if (!Names.isCode(order.item())) {
            wrong.add("item");
        }
        if (!Names.isCitizen(order.citizen())) {
            wrong.add("citizen");
        }
        if (order.name().isBlank()
                || order.name().length() > MOST_NAME
                || order.name().codePoints().anyMatch(Character::isISOControl)) {
            wrong.add("name");
        }
        if (!order.phone().map(Names::isPhone).orElse(true)) {
            wrong.add("phone");
        }
        if (!Names.isEvent(order.origin())) {
            wrong.add("origin");
        }
        return wrong;
    }

    private static Reply reply(Booked booked) {
        return switch (booked) {
            case Booked.Held(var appointment) -> Reply.json(200, appointment);
            case Booked.Refused(var why) -> Reply.refused(why);
        };
    }

    private static UUID id(Call call) {
        return UUID.fromString(call.named("id"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
