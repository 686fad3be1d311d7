package banyan.server.wire;

import banyan.server.staff.Staff;
import java.util.Optional;

/**
 * Who asks from a page of the staff.
 *
 * @param staff who is signed in; empty on the pages of the sign-in
 * @param session the token of that session, or whatever stood in its place; empty where there was none
 * @param secure whether the browser has come by TLS, or from this machine
 */
public record Caller(Optional<Staff> staff, String session, boolean secure) {
    /** On every route that is not for staff. */
    public static final Caller NOBODY = new Caller(Optional.empty(), "", false);

    @Override
    public String toString() {
        return "Caller[" + staff + "]";
    }
}
