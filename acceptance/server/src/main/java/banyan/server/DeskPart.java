package banyan.server;

import banyan.server.appointment.Appointments;
import banyan.server.appointment.Bookings;
import banyan.server.appointment.FreeTimes;
import banyan.server.appointment.HallPlan;
import banyan.server.appointment.Times;
import banyan.server.progress.LookupTries;
import banyan.server.queue.Numbers;
import banyan.server.queue.Window;
import banyan.server.staff.Role;
import banyan.server.store.CentreSecret;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What is done at the halls' desks: appointments and queues. */
final class DeskPart {
    private static final Set<Role> CLERKS = Set.of(Role.CLERK, Role.SUPERVISOR);

    private DeskPart() {}

    /** An {@link IOException} says what is wrong with the plan of the halls. */
    static List<Route> routes(Foundation on) throws IOException {
        CentreSettings settings = on.settings();
        Jdbi rows = on.jdbi();
        CentreSecret secret = on.secret();
        HallPlan plan = HallPlan.in(settings.halls());
        Times times = new Times(settings.zone(), day -> on.calendar().days().isWorked(day));
        LookupTries tries = new LookupTries(secret.forUse("lookup tries"));
        Bookings bookings = new Bookings(plan, times, secret);
        Appointments appointments = new Appointments(rows, bookings, tries, settings.clock());
        Numbers numbers = new Numbers(
                rows, plan, bookings, new FreeTimes(times), times, tries, secret.forUse("orders of numbers"), settings.clock());
        Window window = new Window(rows, plan, times, on.audit(), settings.clock());
        return List.of(
                new Route("POST", "/api/v1/halls", Kind.JSON, numbers::halls),
                new Route("POST", "/api/v1/appointments/find", Kind.JSON, appointments::find),
                new Route("PUT", "/api/v1/appointments/{id}", Kind.JSON, appointments::put),
                new Route("PUT", "/api/v1/appointments/{id}/changed", Kind.JSON, appointments::change),
                new Route("PUT", "/api/v1/appointments/{id}/cancelled", Kind.JSON, appointments::cancel),
                new Route("PUT", "/api/v1/tickets/{id}", Kind.JSON, numbers::put),
                new Route("GET", "/public/boards/{hall}", Kind.STRANGER, numbers::board),
                Route.staff("POST", "/staff/api/queues/{hall}/{queue}/next", CLERKS, window::next),
                Route.staff("POST", "/staff/api/queues/{hall}/{queue}/numbers/{number}/{deed}", CLERKS, window::deed));
    }
}
