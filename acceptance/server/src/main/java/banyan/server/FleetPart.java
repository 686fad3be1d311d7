package banyan.server;

import banyan.server.fleet.CommandDesk;
import banyan.server.fleet.Directives;
import banyan.server.fleet.Fleet;
import banyan.server.fleet.Heartbeats;
import banyan.server.page.StaffPages;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The terminals: what they say of themselves and are told to do, and the desk of those who look after them. */
final class FleetPart {
    private static final Set<Role> LOOKING = EnumSet.of(Role.OPERATOR, Role.SUPERVISOR);
    private static final Set<Role> ORDERING = EnumSet.of(Role.OPERATOR);

    private FleetPart() {}

    static List<Route> routes(Foundation on) {
        Directives directives = new Directives(on.jdbi(), on.audit(), on.clock());
        Heartbeats heartbeats = new Heartbeats(on.jdbi(), directives, on.clock(), on.zone());
        Fleet fleet = new Fleet(on.jdbi(), on.terminals()::numbers, on.clock(), on.zone());
        CommandDesk desk = new CommandDesk(on.jdbi(), fleet, directives, on.terminals()::numbers, on.clock());
        return List.of(
                new Route("PUT", "/api/v1/heartbeat", Kind.JSON, heartbeats::put),
                new Route("PUT", "/api/v1/directives/{id}/answer", Kind.JSON, directives::answer),
                Route.staff("GET", "/staff/command", LOOKING, StaffPages.of("command")),
                Route.staff("GET", "/staff/api/fleet", LOOKING, desk::view),
                Route.staff("POST", "/staff/api/directives", ORDERING, desk::order),
                Route.staff("GET", "/staff/api/directives/{id}", LOOKING, desk::words));
    }
}
