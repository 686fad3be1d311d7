package banyan.server;

import banyan.server.staff.Role;
import banyan.server.wire.Route;
import banyan.server.wire.TerminalDesk;
import java.util.List;
import java.util.Set;

/** How terminals and the centre know each other. */
final class EnrolPart {
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.ADMINISTRATOR);

    private EnrolPart() {}

    static List<Route> routes(Foundation on) {
        TerminalDesk desk = new TerminalDesk(on.jdbi(), on.terminals(), on.audit(), on.clock());
        return List.of(
                Route.staff("POST", "/staff/api/terminals/{terminal}/revocation", OPERATORS, desk::revoke));
    }
}
