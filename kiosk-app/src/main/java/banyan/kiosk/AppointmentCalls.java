package banyan.kiosk;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.cache.AppointmentClient;
import banyan.cache.Reply;
import banyan.kiosk.visit.AppointmentDesk;
import java.time.Duration;
import java.util.UUID;

/** The centre's appointments, as a visit asks for them. */
record AppointmentCalls(AppointmentClient client) implements AppointmentDesk {
    @Override
    public Reply<Halls> halls(HallsQuery query, Duration deadline) {
        return client.halls(query, deadline);
    }

    @Override
    public Reply<Appointments> find(AppointmentProof proof, Duration deadline) {
        return client.find(proof, deadline);
    }

    @Override
    public Reply<Appointment> book(UUID id, AppointmentOrder order, Duration deadline) {
        return client.book(id, order, deadline);
    }

    @Override
    public Reply<Appointment> change(UUID id, AppointmentChange change, Duration deadline) {
        return client.change(id, change, deadline);
    }

    @Override
    public Reply<Appointment> cancel(UUID id, AppointmentProof proof, Duration deadline) {
        return client.cancel(id, proof, deadline);
    }

    @Override
    public Reply<Ticket> takeNumber(UUID id, TicketOrder order, Duration deadline) {
        return client.takeNumber(id, order, deadline);
    }
}
