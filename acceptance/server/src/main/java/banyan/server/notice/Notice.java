package banyan.server.notice;

import java.util.UUID;

/**
 * A message to a citizen.
 *
 * @param id its name, the same however often it is sent: by this the receiver knows it again
 * @param kind of what it tells, such as {@code APPOINTMENT-BOOKED}
 * @param to the telephone number that was given for this
 */
public record Notice(UUID id, String kind, String to, String text) {
    @Override
    public String toString() {
        return "Notice[" + kind + "]";
    }
}
