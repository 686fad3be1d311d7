package banyan.acceptance;

import java.util.List;

/** Appointments of one citizen that are still to come, the earliest first. */
public record Appointments(List<Appointment> appointments) {
    public Appointments {
        appointments = List.copyOf(appointments);
    }
}
