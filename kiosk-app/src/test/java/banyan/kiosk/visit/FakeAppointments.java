package banyan.kiosk.visit;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.cache.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A centre's appointments: two days of one hall, where the same name again is the same appointment. */
final class FakeAppointments implements AppointmentDesk {
    static final Instant FIRST = Instant.parse("2026-11-23T01:00:00Z");
    static final Instant SECOND = Instant.parse("2026-11-24T06:00:00Z");

    final Map<UUID, Appointment> booked = new LinkedHashMap<>();
    final List<UUID> names = new ArrayList<>();
    final List<AppointmentOrder> orders = new ArrayList<>();
    final List<UUID> numbers = new ArrayList<>();

    /** The answers of deeds are lost, though they are heard. */
    boolean deaf;

    Optional<String> refusal = Optional.empty();
    private final BooleanSupplier online;

    FakeAppointments(BooleanSupplier online) {
        this.online = online;
    }

    private static Halls.Slot slot(Instant starts) {
        return new Halls.Slot(starts, starts.plus(Duration.ofMinutes(30)), 2);
    }

    @Override
    public Reply<Halls> halls(HallsQuery query, Duration deadline) {
        List<Halls.Slot> free = query.item().isPresent() ? List.of(slot(FIRST), slot(SECOND)) : List.of();
        return online.getAsBoolean()
                ? new Reply.Answered<>(new Halls(List.of(new Halls.Hall(
                        "gulou", "鼓楼大厅", "Gulou hall", List.of(), List.of(Hall.SUBSIDY, "not-known-here"), free))))
                : new Reply.Unreachable<>("OFFLINE");
    }

    @Override
    public Reply<Appointments> find(AppointmentProof proof, Duration deadline) {
        return online.getAsBoolean()
                ? new Reply.Answered<>(new Appointments(List.copyOf(booked.values())))
                : new Reply.Unreachable<>("OFFLINE");
    }

    @Override
    public Reply<Appointment> book(UUID id, AppointmentOrder order, Duration deadline) {
        names.add(id);
        orders.add(order);
        return said(id, order.starts(), Appointment.State.BOOKED);
    }

    @Override
    public Reply<Appointment> change(UUID id, AppointmentChange change, Duration deadline) {
        return said(id, change.starts(), Appointment.State.BOOKED);
    }

    @Override
    public Reply<Appointment> cancel(UUID id, AppointmentProof proof, Duration deadline) {
        Appointment was = booked.get(id);
        return said(id, was == null ? FIRST : was.starts(), Appointment.State.CANCELLED);
    }

    @Override
    public Reply<Ticket> takeNumber(UUID id, TicketOrder order, Duration deadline) {
        numbers.add(id);
        if (refusal.isPresent()) {
            return new Reply.Refused<>(422, refusal.get(), Optional.empty());
        }
        return deaf || !online.getAsBoolean()
                ? new Reply.Unreachable<>("CONNECTION-LOST")
                : new Reply.Answered<>(new Ticket(
                        "gulou", "filing", LocalDate.of(2026, 11, 23), "A007", 3, Ticket.State.WAITING, Optional.empty()));
    }

    private Reply<Appointment> said(UUID id, Instant starts, Appointment.State state) {
        if (!online.getAsBoolean()) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        if (refusal.isPresent()) {
            return new Reply.Refused<>(422, refusal.get(), Optional.empty());
        }
        var now = new Appointment(
                id, "gulou", Hall.SUBSIDY, starts, starts.plus(Duration.ofMinutes(30)), "7KQ2M9XW", "张**", "TERMINAL", state);
        booked.put(id, now);
        return deaf ? new Reply.Unreachable<>("CONNECTION-LOST") : new Reply.Answered<>(now);
    }
}
