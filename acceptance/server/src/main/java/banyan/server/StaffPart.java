package banyan.server;

import banyan.server.signin.Me;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** People at the centre: sign-in and what everybody who is signed in may ask. */
final class StaffPart {
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

    private StaffPart() {}

    static List<Route> routes(Foundation on) {
        Me me = new Me(on.jdbi(), on.sessions(), on.audit());
        return List.of(
                Route.staff("GET", "/staff/api/me", ANYBODY, me::get),
                Route.staff("POST", "/staff/api/sign-out", ANYBODY, me::signOut));
    }
}
