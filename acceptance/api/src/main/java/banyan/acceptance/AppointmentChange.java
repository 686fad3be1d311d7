package banyan.acceptance;

import java.time.Instant;

/** Another time for an appointment; hall and item stay. */
public record AppointmentChange(AppointmentProof proof, Instant starts) {}
