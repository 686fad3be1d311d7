package banyan.server.appointment;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Refusal;
import banyan.server.appointment.HallPlan.Offering;
import banyan.server.appointment.Times.Time;
import banyan.server.notice.Notices;
import banyan.server.store.CentreSecret;
import banyan.server.store.Outbox;
import banyan.server.store.Seal;
import banyan.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who has booked which time. Everything is done inside the caller's transaction, and rows are locked in one order: the appointment, then
 * its times, then its citizen's day.
 */
public final class Bookings {
    private static final String BEFORE = "before";

    private final HallPlan plan;
    private final Times times;
    private final byte[] secret;
    private final SlipCode codes;
    private final Seal phones;
    private final Notices notices;

    public Bookings(HallPlan plan, Times times, CentreSecret secret, Notices notices) {
        this.plan = plan;
        this.times = times;
        this.secret = secret.forUse("appointments");
        this.codes = new SlipCode(secret.forUse("codes of appointments"));
        this.phones = new Seal(secret.forUse("telephones of appointments"));
        this.notices = notices;
    }

    /** An appointment, or why there is none. */
    public sealed interface Booked {
        record Held(Appointment appointment) implements Booked {}

        record Refused(Refusal why) implements Booked {}
    }

    /** Books; the same order again finds the appointment as it stands, and nothing refused leaves anything behind. */
    Booked book(Handle handle, UUID id, AppointmentOrder order, String terminal, Instant now) {
        byte[] hash = CentreSecret.keyedHash(secret, new String(Json.write(order), StandardCharsets.UTF_8));
        Optional<Booked> before = before(handle, id, hash, now);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Offering> offering = plan.hall(order.hall()).flatMap(hall -> hall.offering(order.item()));
        Optional<Time> time = offering.flatMap(offered -> times.at(offered, order.starts(), now));
        if (offering.isEmpty() || time.isEmpty()) {
            return new Booked.Refused(Refusal.APPOINTMENT_NOT_OFFERED);
        }
        byte[] citizen = citizen(order.citizen());
        if (barred(handle, citizen, now)) {
            return new Booked.Refused(Refusal.APPOINTMENT_BARRED);
        }
        handle.savepoint(BEFORE);
        if (!insert(handle, id, hash, order, time.get(), citizen, terminal, now)) {
            // The same name at the same moment: whoever was first has committed by now.
            return before(handle, id, hash, now).orElseThrow();
        }
        if (!Slots.take(handle, order.hall(), order.item(), order.starts(), offering.get().capacity())) {
            handle.rollbackToSavepoint(BEFORE);
            return new Booked.Refused(Refusal.APPOINTMENT_FULL);
        }
        if (!takeDay(handle, citizen, order.item(), times.day(order.starts()), id)) {
            handle.rollbackToSavepoint(BEFORE);
            return new Booked.Refused(Refusal.APPOINTMENT_TWICE);
        }
        handle.createUpdate("INSERT INTO appointment_code (code, id) VALUES (:code, :id)")
                .bind("code", codes.hash(codes.of(id)))
                .bind("id", id)
                .execute();
        Outbox.add(handle, terminal, "APPOINTMENT-BOOKED", id.toString(), now);
        return told(handle, id, "APPOINTMENT-BOOKED", now);
    }

    /** Another time. Where that is full, or the citizen has something else that day, the first stays. */
    Booked change(Handle handle, UUID id, AppointmentProof proof, Instant starts, String terminal, Instant now) {
        Optional<BookedRow> found = locked(handle, id).filter(row -> proves(row, proof));
        if (found.isEmpty()) {
            return new Booked.Refused(Refusal.APPOINTMENT_UNKNOWN);
        }
        BookedRow row = found.get();
        if (stateOf(row, now) != Appointment.State.BOOKED) {
            return new Booked.Refused(Refusal.APPOINTMENT_OVER);
        }
        if (row.starts().equals(starts)) {
            return new Booked.Held(shown(row, now));
        }
        Optional<Offering> offering = plan.hall(row.hall()).flatMap(hall -> hall.offering(row.item()));
        Optional<Time> time = offering.flatMap(offered -> times.at(offered, starts, now));
        if (offering.isEmpty() || time.isEmpty()) {
            return new Booked.Refused(Refusal.APPOINTMENT_NOT_OFFERED);
        }
        handle.savepoint(BEFORE);
        Slots.hold(handle, row.hall(), row.item(), row.starts(), starts);
        if (!Slots.take(handle, row.hall(), row.item(), starts, offering.get().capacity())) {
            handle.rollbackToSavepoint(BEFORE);
            return new Booked.Refused(Refusal.APPOINTMENT_FULL);
        }
        Slots.give(handle, row.hall(), row.item(), row.starts());
        LocalDate from = times.day(row.starts());
        LocalDate to = times.day(starts);
        if (!from.equals(to) && !takeDay(handle, row.citizen(), row.item(), to, id)) {
            handle.rollbackToSavepoint(BEFORE);
            return new Booked.Refused(Refusal.APPOINTMENT_TWICE);
        }
        if (!from.equals(to)) {
            giveDay(handle, row, from);
        }
        handle.createUpdate("UPDATE appointment SET starts = :starts, ends = :ends WHERE id = :id")
                .bind("starts", time.get().starts())
                .bind("ends", time.get().ends())
                .bind("id", id)
                .execute();
        Outbox.add(handle, terminal, "APPOINTMENT-CHANGED", id.toString(), now);
        return told(handle, id, "APPOINTMENT-CHANGED", now);
    }

    /** Gives the place back; again is the same. */
    Booked cancel(Handle handle, UUID id, AppointmentProof proof, String terminal, Instant now) {
        Optional<BookedRow> found = locked(handle, id).filter(row -> proves(row, proof));
        if (found.isEmpty()) {
            return new Booked.Refused(Refusal.APPOINTMENT_UNKNOWN);
        }
        BookedRow row = found.get();
        if (row.state() == Appointment.State.CANCELLED) {
            return new Booked.Held(shown(row, now));
        }
        if (stateOf(row, now) != Appointment.State.BOOKED) {
            return new Booked.Refused(Refusal.APPOINTMENT_OVER);
        }
        Slots.give(handle, row.hall(), row.item(), row.starts());
        giveDay(handle, row, times.day(row.starts()));
        stand(handle, id, Appointment.State.CANCELLED);
        Outbox.add(handle, terminal, "APPOINTMENT-CANCELLED", id.toString(), now);
        return told(handle, id, "APPOINTMENT-CANCELLED", now);
    }

    /** The citizen has come: from now on it is used up. Refused too early, and once its time is over. */
    public Booked checkIn(Handle handle, UUID id, AppointmentProof proof, Instant now) {
        Optional<BookedRow> found = locked(handle, id).filter(row -> proves(row, proof));
        if (found.isEmpty()) {
            return new Booked.Refused(Refusal.APPOINTMENT_UNKNOWN);
        }
        BookedRow row = found.get();
        if (stateOf(row, now) != Appointment.State.BOOKED) {
            return new Booked.Refused(Refusal.APPOINTMENT_OVER);
        }
        if (now.isBefore(row.starts().minus(plan.rules().earlyMinutes(), ChronoUnit.MINUTES))) {
            return new Booked.Refused(Refusal.APPOINTMENT_EARLY);
        }
        stand(handle, id, Appointment.State.CHECKED_IN);
        return new Booked.Held(shown(row(handle, id).orElseThrow(), now));
    }

    /** Those of today and later that are neither cancelled nor missed, by code or by card. */
    List<Appointment> find(Handle handle, AppointmentProof proof, Instant now) {
        List<UUID> ids = proof.code().isPresent()
                ? handle.createQuery("SELECT id FROM appointment_code WHERE code = :code")
                        .bind("code", codes.hash(proof.code().get()))
                        .mapTo(UUID.class)
                        .list()
                : handle.createQuery(
                                "SELECT id FROM appointment_of_citizen WHERE citizen = :citizen AND day >= :day ORDER BY day LIMIT 50")
                        .bind("citizen", citizen(proof.citizen().orElseThrow()))
                        .bind("day", times.day(now))
                        .mapTo(UUID.class)
                        .list();
        return ids.stream()
                .flatMap(id -> row(handle, id).stream())
                .filter(row -> stateOf(row, now) == Appointment.State.BOOKED
                        || stateOf(row, now) == Appointment.State.CHECKED_IN)
                .map(row -> shown(row, now))
                .toList();
    }

    /** Who has given a number for that is told, and nobody else; in the same transaction. */
    private Booked told(Handle handle, UUID id, String kind, Instant now) {
        BookedRow row = row(handle, id).orElseThrow();
        handle.createQuery("SELECT phone FROM appointment WHERE id = :id AND phone IS NOT NULL")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne()
                .flatMap(sealed -> phones.open(sealed, about(id)))
                .ifPresent(phone -> notices.queue(
                        handle,
                        kind,
                        id + " " + row.starts(),
                        new String(phone, StandardCharsets.UTF_8),
                        Map.of(
                                "when",
                                times.written(row.starts()),
                                "hall",
                                plan.hall(row.hall()).map(HallPlan.Hall::chinese).orElse(row.hall())),
                        now));
        return new Booked.Held(shown(row, now));
    }

    private static byte[] about(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<Booked> before(Handle handle, UUID id, byte[] hash, Instant now) {
        return row(handle, id)
                .map(row -> MessageDigest.isEqual(row.hash(), hash)
                        ? new Booked.Held(shown(row, now))
                        : new Booked.Refused(Refusal.RECORD_DIFFERS));
    }

    private boolean insert(
            Handle handle,
            UUID id,
            byte[] hash,
            AppointmentOrder order,
            Time time,
            byte[] citizen,
            String terminal,
            Instant now) {
        return handle.createUpdate("""
                        INSERT INTO appointment
                            (id, hash, terminal, origin, hall, item, starts, ends, citizen, masked, phone, state, booked_at)
                        VALUES (:id, :hash, :terminal, :origin, :hall, :item, :starts, :ends, :citizen, :masked, :phone,
                            'BOOKED', :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("hash", hash)
                        .bind("terminal", terminal)
                        .bind("origin", order.origin())
                        .bind("hall", order.hall())
                        .bind("item", order.item())
                        .bind("starts", time.starts())
                        .bind("ends", time.ends())
                        .bind("citizen", citizen)
                        .bind("masked", masked(order.name()))
                        .bind("phone", order.phone()
                                .map(phone -> phones.seal(phone.getBytes(StandardCharsets.UTF_8), about(id)))
                                .orElse(null))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Whoever has stayed away too often of late waits for a while. */
    private boolean barred(Handle handle, byte[] citizen, Instant now) {
        HallPlan.Rules rules = plan.rules();
        List<Instant> missed = handle.createQuery("""
                        SELECT booked.starts FROM appointment_of_citizen mine JOIN appointment booked ON booked.id = mine.id
                        WHERE mine.citizen = :citizen AND mine.day >= :since AND booked.state = 'BOOKED' AND booked.starts < :over
                        ORDER BY booked.starts DESC
                        """)
                .bind("citizen", citizen)
                .bind("since", times.day(now).minusDays(rules.withinDays()))
                .bind("over", now.minus(rules.lateMinutes(), ChronoUnit.MINUTES))
                .map((row, _) -> row.getTimestamp(1).toInstant())
                .list();
        return missed.size() >= rules.missed()
                && now.isBefore(missed.getFirst().plus(rules.barredDays(), ChronoUnit.DAYS));
    }

    private boolean proves(BookedRow row, AppointmentProof proof) {
        return proof.code().isPresent()
                ? MessageDigest.isEqual(codes.hash(codes.of(row.id())), codes.hash(proof.code().get()))
                : MessageDigest.isEqual(row.citizen(), citizen(proof.citizen().orElseThrow()));
    }

    private byte[] citizen(String number) {
        return CentreSecret.keyedHash(secret, "citizen " + number);
    }

    private Appointment.State stateOf(BookedRow row, Instant now) {
        return row.stateAt(now, plan.rules().lateMinutes());
    }

    private Appointment shown(BookedRow row, Instant now) {
        return row.shown(codes.of(row.id()), now, plan.rules().lateMinutes());
    }

    private static boolean takeDay(Handle handle, byte[] citizen, String item, LocalDate day, UUID id) {
        return handle.createUpdate("""
                        INSERT INTO appointment_of_citizen (citizen, item, day, id) VALUES (:citizen, :item, :day, :id)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("citizen", citizen)
                        .bind("item", item)
                        .bind("day", day)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static void giveDay(Handle handle, BookedRow row, LocalDate day) {
        handle.createUpdate("DELETE FROM appointment_of_citizen WHERE citizen = :citizen AND item = :item AND day = :day")
                .bind("citizen", row.citizen())
                .bind("item", row.item())
                .bind("day", day)
                .execute();
    }

    private static void stand(Handle handle, UUID id, Appointment.State state) {
        handle.createUpdate("UPDATE appointment SET state = :state WHERE id = :id")
                .bind("state", state.name())
                .bind("id", id)
                .execute();
    }

    private static Optional<BookedRow> row(Handle handle, UUID id) {
        return row(handle, id, "");
    }

    private static Optional<BookedRow> locked(Handle handle, UUID id) {
        return row(handle, id, "FOR UPDATE");
    }

    private static Optional<BookedRow> row(Handle handle, UUID id, String lock) {
        return handle.createQuery("SELECT <columns> FROM appointment WHERE id = :id <lock>")
                .define("columns", BookedRow.COLUMNS)
                .define("lock", lock)
                .bind("id", id)
                .map((row, _) -> BookedRow.of(row))
                .findOne();
    }

    /** The first character, and a star for each of the others. */
    private static String masked(String name) {
        int[] points = name.codePoints().toArray();
        int[] stars = Arrays.copyOf(points, points.length);
        Arrays.fill(stars, 1, stars.length, '*');
        return new String(stars, 0, stars.length);
    }
}
