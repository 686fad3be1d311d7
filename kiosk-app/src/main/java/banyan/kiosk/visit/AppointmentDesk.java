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
import java.util.UUID;

/** What a visit asks of the centre about appointments. Each deed goes under a name, and the same again is the same. */
public interface AppointmentDesk {
    /** Which halls there are, and what is free in them. */
    Reply<Halls> halls(HallsQuery query, Duration deadline);

    /** What somebody has arranged and is still to come. */
    Reply<Appointments> find(AppointmentProof proof, Duration deadline);

    Reply<Appointment> book(UUID id, AppointmentOrder order, Duration deadline);

    Reply<Appointment> change(UUID id, AppointmentChange change, Duration deadline);

    Reply<Appointment> cancel(UUID id, AppointmentProof proof, Duration deadline);

    /** A number in a queue; with an appointment, its check-in. */
    Reply<Ticket> takeNumber(UUID id, TicketOrder order, Duration deadline);
}
