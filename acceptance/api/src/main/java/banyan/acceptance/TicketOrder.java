package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 取号: somebody wants a number, for a queue or for an appointment; the appointment says its queue.
 *
 * @param queue absent where there is an appointment
 * @param appointment the one that is checked in by this
 * @param proof that it is the citizen's own; goes with the appointment
 * @param at when, by the terminal's clock
 */
public record TicketOrder(
        String hall, Optional<String> queue, Optional<UUID> appointment, Optional<AppointmentProof> proof, Instant at) {}
