package banyan.acceptance;

import java.util.Optional;

/**
 * By what somebody may speak about an appointment: exactly one of the two.
 *
 * @param code as it stands on the slip
 * @param citizen number of the card that has just been read at this terminal
 */
public record AppointmentProof(Optional<String> code, Optional<String> citizen) {
    @Override
    public String toString() {
        return code.isPresent() ? "AppointmentProof[code]" : "AppointmentProof[card]";
    }
}
