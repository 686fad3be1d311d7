package banyan.server;

import banyan.server.appointment.Appointments;
import banyan.server.appointment.Bookings;
import banyan.server.appointment.FreeTimes;
import banyan.server.appointment.HallPlan;
import banyan.server.appointment.Times;
import banyan.server.followup.FollowUpDesk;
import banyan.server.followup.FollowUps;
import banyan.server.followup.RatingsReport;
import banyan.server.notice.Channel;
import banyan.server.notice.NoticeDesk;
import banyan.server.notice.NoticePlan;
import banyan.server.notice.Notices;
import banyan.server.notice.Postman;
import banyan.server.notice.Spool;
import banyan.server.notice.Webhook;
import banyan.server.page.StaffPages;
import banyan.server.progress.LookupTries;
import banyan.server.queue.Numbers;
import banyan.server.queue.Window;
import banyan.server.staff.Role;
import banyan.server.store.CentreSecret;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What is done at the halls' desks: appointments, queues, what citizens were not content with, and messages to them. */
final class DeskPart {
    private static final Set<Role> CLERKS = Set.of(Role.CLERK, Role.SUPERVISOR);
    private static final Set<Role> REPORTERS = Set.of(Role.SUPERVISOR, Role.AUDITOR);
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.SUPERVISOR);

    private final Foundation on;
    private final HallPlan halls;
    private final NoticePlan plan;
    private final Notices notices;

    /** An {@link IOException} says what is wrong with the plan of the halls or of the messages. */
    DeskPart(Foundation on) throws IOException {
        this.on = on;
        this.halls = HallPlan.in(on.settings().halls());
        this.plan = NoticePlan.in(on.settings().notices());
        this.notices = new Notices(plan, on.secret().forUse("messages"));
    }

    /** Who opens tasks; it is needed where citizens are heard. */
    static FollowUps followUps(Foundation on) {
        return new FollowUps(
                item -> on.settings().clerks().of(item).name(),
                day -> on.calendar().days().after(day, FollowUps.WORKING_DAYS),
                on.calendar()::day);
    }

    /** Who sends messages; empty where none is ever to be sent. */
    Optional<Postman> postman() {
        Path samples = on.settings().notices().resolveSibling("notices");
        Channel channel = plan.webhook().<Channel>map(to -> new Webhook(URI.create(to))).orElseGet(() -> new Spool(samples));
        return plan.templates().isEmpty()
                ? Optional.empty()
                : Optional.of(new Postman(on.jdbi(), notices, channel, on.clock()));
    }

    List<Route> routes() {
        Jdbi rows = on.jdbi();
        CentreSecret secret = on.secret();
        Times times = new Times(on.zone(), day -> on.calendar().days().isWorked(day));
        LookupTries tries = new LookupTries(secret.forUse("lookup tries"));
        Bookings bookings = new Bookings(halls, times, secret, notices);
        Appointments appointments = new Appointments(rows, bookings, tries, on.clock());
        Numbers numbers = new Numbers(
                rows, halls, bookings, new FreeTimes(times), times, tries, secret.forUse("orders of numbers"), on.clock());
        Window window = new Window(rows, halls, times, on.audit(), on.clock());
        FollowUpDesk followUps = new FollowUpDesk(rows, tries, on.audit(), on.zone(), on.clock());
        RatingsReport ratings = new RatingsReport(rows, on.audit(), on.zone());
        NoticeDesk messages = new NoticeDesk(rows, notices, on.audit(), on.clock());
        return List.of(
                new Route("POST", "/api/v1/halls", Kind.JSON, numbers::halls),
                new Route("POST", "/api/v1/appointments/find", Kind.JSON, appointments::find),
                new Route("PUT", "/api/v1/appointments/{id}", Kind.JSON, appointments::put),
                new Route("PUT", "/api/v1/appointments/{id}/changed", Kind.JSON, appointments::change),
                new Route("PUT", "/api/v1/appointments/{id}/cancelled", Kind.JSON, appointments::cancel),
                new Route("PUT", "/api/v1/tickets/{id}", Kind.JSON, numbers::put),
                new Route("POST", "/api/v1/troubles/find", Kind.JSON, followUps::find),
                new Route("GET", "/public/boards/{hall}", Kind.STRANGER, numbers::board),
                Route.staff("POST", "/staff/api/queues/{hall}/{queue}/next", CLERKS, window::next),
                Route.staff("POST", "/staff/api/queues/{hall}/{queue}/numbers/{number}/{deed}", CLERKS, window::deed),
                Route.staff("GET", "/staff/follow-ups", CLERKS, StaffPages.of("follow-ups")),
                Route.staff("GET", "/staff/api/follow-ups", CLERKS, followUps::list),
                Route.staff("GET", "/staff/api/follow-ups/counts", CLERKS, followUps::counts),
                Route.staff("POST", "/staff/api/follow-ups/{kind}/{terminal}/{subject}/held", CLERKS, followUps::hold),
                Route.staff("PUT", "/staff/api/follow-ups/{kind}/{terminal}/{subject}/closed", CLERKS, followUps::close),
                Route.staff("GET", "/staff/api/ratings", REPORTERS, ratings::get),
                Route.staff("GET", "/staff/api/notices", OPERATORS, messages::get),
                Route.staff("POST", "/staff/api/notices/{id}/again", OPERATORS, messages::again));
    }
}
