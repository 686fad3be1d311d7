package banyan.server;

import banyan.server.page.StaffPages;
import banyan.server.signin.AuditDesk;
import banyan.server.signin.Invitations;
import banyan.server.signin.Me;
import banyan.server.signin.PasskeyParty;
import banyan.server.signin.PasskeyRows;
import banyan.server.signin.PasskeySignIn;
import banyan.server.signin.Passkeys;
import banyan.server.signin.People;
import banyan.server.signin.SignIn;
import banyan.server.staff.AuditWalk;
import banyan.server.staff.Audit;
import banyan.server.staff.Staff;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People at the centre: sign-in, the shell of their pages, the administrator's and the auditor's page. */
final class StaffPart {
    /** The use of the centre's secret under which the authenticators' secrets are kept. */
    static final String CODES = "staff codes";

    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
    private static final Set<Role> AUDITOR = Set.of(Role.AUDITOR);

    private StaffPart() {}

    /** Somebody new, or known, who is signed in without having signed in: a session's token. */
    static String seat(Foundation on, Staff person) {
        byte[] seal = on.secret().forUse(CODES);
        Invitations invitations = new Invitations(on.jdbi(), on.sessions(), on.audit(), seal, on.clock());
        People people = new People(on.jdbi(), on.sessions(), on.audit(), invitations, on.clock());
        return on.jdbi().inTransaction(handle -> {
            people.insert(handle, Audit.NOBODY, person.number(), person.name(), person.roles());
            return on.sessions().begin(handle, person.number());
        });
    }

    static List<Route> routes(Foundation on) {
        byte[] seal = on.secret().forUse(CODES);
        Me me = new Me(on.jdbi(), on.sessions(), on.audit());
        SignIn signIn = new SignIn(on.jdbi(), on.sessions(), on.audit(), seal, on.clock());
        Invitations invitations = new Invitations(on.jdbi(), on.sessions(), on.audit(), seal, on.clock());
        People people = new People(on.jdbi(), on.sessions(), on.audit(), invitations, on.clock());
        PasskeyRows passkeyRows = new PasskeyRows(on.jdbi(), on.clock());
        Optional<PasskeyParty> party =
                on.settings().address().map(address -> new PasskeyParty(address, passkeyRows));
        Passkeys passkeys = new Passkeys(on.jdbi(), passkeyRows, party, on.audit(), on.clock());
        PasskeySignIn byPasskey =
                new PasskeySignIn(on.jdbi(), passkeyRows, party, on.sessions(), on.audit(), on.clock());
        AuditDesk desk = new AuditDesk(
                on.jdbi(), on.audit(), new AuditWalk(on.secret().forUse(Foundation.AUDIT), on.jdbi()));
        return List.of(
                new Route("GET", "/staff/sign-in", Kind.STAFF_DOOR, StaffPages.of("sign-in")),
                new Route("GET", "/staff/invitation", Kind.STAFF_DOOR, StaffPages.of("invitation")),
                new Route("GET", "/staff/files/{file}", Kind.STAFF_DOOR, new StaffPages()::file),
                new Route("POST", "/staff/api/sign-in", Kind.STAFF_DOOR, signIn::post),
                new Route("POST", "/staff/api/invitations/open", Kind.STAFF_DOOR, invitations::open),
                new Route("POST", "/staff/api/invitations/take", Kind.STAFF_DOOR, invitations::take),
                new Route("GET", "/staff/api/passkeys/offered", Kind.STAFF_DOOR, byPasskey::offered),
                new Route("POST", "/staff/api/passkeys/ask", Kind.STAFF_DOOR, byPasskey::ask),
                new Route("POST", "/staff/api/passkeys/sign-in", Kind.STAFF_DOOR, byPasskey::signIn),
                Route.staff("GET", "/staff/passkeys", ANYBODY, StaffPages.of("passkeys")),
                Route.staff("GET", "/staff/api/passkeys", ANYBODY, passkeys::list),
                Route.staff("POST", "/staff/api/passkeys/begin", ANYBODY, passkeys::begin),
                Route.staff("POST", "/staff/api/passkeys", ANYBODY, passkeys::add),
                Route.staff("DELETE", "/staff/api/passkeys/{id}", ANYBODY, passkeys::remove),
                Route.staff("GET", "/staff", ANYBODY, StaffPages.of("home")),
                Route.staff("GET", "/staff/api/me", ANYBODY, me::get),
                Route.staff("POST", "/staff/api/sign-out", ANYBODY, me::signOut),
                Route.staff("GET", "/staff/inbox", Set.of(Role.CLERK, Role.SUPERVISOR), StaffPages.of("inbox")),
                Route.staff("GET", "/staff/people", ADMINISTRATOR, StaffPages.of("people")),
                Route.staff("GET", "/staff/api/people", ADMINISTRATOR, people::list),
                Route.staff("POST", "/staff/api/people", ADMINISTRATOR, people::add),
                Route.staff("POST", "/staff/api/people/{staff}/invitation", ADMINISTRATOR, people::invite),
                Route.staff("PUT", "/staff/api/people/{staff}/roles", ADMINISTRATOR, people::roles),
                Route.staff("PUT", "/staff/api/people/{staff}/shut", ADMINISTRATOR, people::shut),
                Route.staff("POST", "/staff/api/people/{staff}/unlock", ADMINISTRATOR, people::unlock),
                Route.staff("GET", "/staff/audit", AUDITOR, StaffPages.of("audit")),
                Route.staff("GET", "/staff/api/audit", AUDITOR, desk::list),
                Route.staff("POST", "/staff/api/audit/verify", AUDITOR, desk::verify));
    }
}
