package banyan.cache;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.cache.CentreClient.Content;
import java.time.Duration;
import java.util.UUID;

/** What a terminal asks of the centre about appointments and numbers. Nothing of it is kept here, and each deed goes under a name. */
public final class AppointmentClient {
    private static final String APPOINTMENTS = "/api/v1/appointments/";

    private final CentreClient client;

    public AppointmentClient(CentreClient client) {
        this.client = client;
    }

    /** Which halls there are, and the times that are free for an item. */
    public Reply<Halls> halls(HallsQuery query, Duration deadline) {
        return asked("POST", "/api/v1/halls", query, Halls.class, deadline);
    }

    /** What somebody has arranged and is still to come. */
    public Reply<Appointments> find(AppointmentProof proof, Duration deadline) {
        return asked("POST", APPOINTMENTS + "find", proof, Appointments.class, deadline);
    }

    /** Books; the same order under the same name is the same appointment. */
    public Reply<Appointment> book(UUID id, AppointmentOrder order, Duration deadline) {
        return asked("PUT", APPOINTMENTS + id, order, Appointment.class, deadline);
    }

    /** Another time; where that one is full, the first stays. */
    public Reply<Appointment> change(UUID id, AppointmentChange change, Duration deadline) {
        return asked("PUT", APPOINTMENTS + id + "/changed", change, Appointment.class, deadline);
    }

    /** The citizen does not come. */
    public Reply<Appointment> cancel(UUID id, AppointmentProof proof, Duration deadline) {
        return asked("PUT", APPOINTMENTS + id + "/cancelled", proof, Appointment.class, deadline);
    }

    /** A number in a queue; with an appointment, its check-in. The same order under the same name is the same number. */
    public Reply<Ticket> takeNumber(UUID id, TicketOrder order, Duration deadline) {
        return asked("PUT", "/api/v1/tickets/" + id, order, Ticket.class, deadline);
    }

    private <T extends Record> Reply<T> asked(String method, String path, Record body, Class<T> type, Duration deadline) {
        return CentreClient.typed(client.call(method, path, Content.json(Wire.write(body)), deadline), type);
    }
}
