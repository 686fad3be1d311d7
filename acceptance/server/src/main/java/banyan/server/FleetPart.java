package banyan.server;

import banyan.server.fleet.AlarmDesk;
import banyan.server.fleet.AlarmSweep;
import banyan.server.fleet.CommandDesk;
import banyan.server.fleet.Directives;
import banyan.server.fleet.Figures;
import banyan.server.fleet.Fleet;
import banyan.server.fleet.Heartbeats;
import banyan.server.fleet.Live;
import banyan.server.fleet.Places;
import banyan.server.fleet.Supplies;
import banyan.server.fleet.TerminalLogs;
import banyan.server.page.StaffPages;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The terminals: what they say of themselves and are told to do, and the desk of those who look after them. */
final class FleetPart {
    private static final Set<Role> LOOKING = EnumSet.of(Role.OPERATOR, Role.SUPERVISOR);
    private static final Set<Role> ORDERING = EnumSet.of(Role.OPERATOR);

    private FleetPart() {}

    /** An {@link IOException} says what is wrong with the file of places. */
    static List<Route> routes(Foundation on) throws IOException {
        Places places = Places.in(on.settings().places());
        Directives directives = new Directives(on.jdbi(), on.audit(), on.clock());
        Heartbeats heartbeats = new Heartbeats(on.jdbi(), directives, on.clock(), on.zone());
        Fleet fleet = new Fleet(on.jdbi(), on.terminals()::numbers, on.clock(), places);
        CommandDesk desk = new CommandDesk(on.jdbi(), fleet, directives, on.terminals()::numbers, on.clock());
        AlarmDesk alarms = new AlarmDesk(on.jdbi(), on.audit(), on.clock());
        Supplies supplies = new Supplies(on.jdbi(), on.terminals()::numbers, places, on.audit(), on.clock());
        Figures figures = new Figures(on.jdbi(), on.terminals()::numbers, on.clock(), on.zone());
        TerminalLogs logs = new TerminalLogs(on.jdbi(), on.audit(), on.clock());
        return List.of(
                new Route("PUT", "/api/v1/heartbeat", Kind.JSON, heartbeats::put),
                new Route("PUT", "/api/v1/directives/{id}/answer", Kind.JSON, directives::answer),
                new Route("PUT", "/api/v1/directives/{id}/log", Kind.JSON, logs::put),
                Route.staff("GET", "/staff/command", LOOKING, StaffPages.of("command")),
                Route.staff("GET", "/staff/api/fleet", LOOKING, desk::view),
                Route.staff("GET", "/staff/api/figures", LOOKING, figures::get),
                Route.staff("GET", "/staff/api/alarms", LOOKING, alarms::list),
                Route.staff("POST", "/staff/api/alarms/{id}/deeds", ORDERING, alarms::act),
                Route.staff("GET", "/staff/api/supplies", LOOKING, supplies::get),
                new Route("GET", "/staff/api/live", Kind.STAFF_LIVE, LOOKING, new Live(on.jdbi(), fleet)::get),
                Route.staff("POST", "/staff/api/directives", ORDERING, desk::order),
                Route.staff("GET", "/staff/api/directives/{id}", LOOKING, desk::words),
                Route.staff("GET", "/staff/api/directives/{id}/logs/{terminal}", ORDERING, logs::get));
    }

    static AlarmSweep alarms(Foundation on) {
        return new AlarmSweep(on.jdbi(), on.clock(), on.zone());
    }
}
