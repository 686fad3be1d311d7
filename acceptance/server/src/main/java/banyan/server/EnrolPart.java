package banyan.server;

import banyan.acceptance.CentreIdentity;
import banyan.acceptance.KeyFiles;
import banyan.server.enrol.EnrolDesk;
import banyan.server.enrol.EnrolmentCodes;
import banyan.server.enrol.TerminalDesk;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How terminals and the centre know each other. */
final class EnrolPart {
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.ADMINISTRATOR);

    /** The use of the centre's secret under which codes are sealed. */
    static final String CODES = "enrolment codes";

    private EnrolPart() {}

    static List<Route> routes(Foundation on) throws IOException {
        EnrolmentCodes codes =
                new EnrolmentCodes(on.secret().forUse(CODES), on.key().shown(), on.audit(), on.clock());
        TerminalDesk desk = new TerminalDesk(on.jdbi(), on.terminals(), codes, on.key().shown(), on.audit());
        EnrolDesk enrol = new EnrolDesk(on.jdbi(), on.terminals(), codes, identity(on), on.audit());
        return List.of(
                new Route("GET", "/api/v1/identity", Kind.OPEN, enrol::identity),
                new Route("PUT", "/api/v1/enrolment", Kind.STRANGER, enrol::enrol),
                new Route("PUT", "/api/v1/key", Kind.JSON, enrol::renew),
                Route.staff("POST", "/staff/api/terminals/{terminal}/enrolment-code", OPERATORS, desk::code),
                Route.staff("POST", "/staff/api/terminals/{terminal}/revocation", OPERATORS, desk::revoke));
    }

    private static CentreIdentity identity(Foundation on) throws IOException {
        Path escrow = on.settings().keys().resolve(EscrowKeyMain.SHOWN);
        return new CentreIdentity(
                on.key().shown().getEncoded(),
                Files.exists(escrow)
                        ? Optional.of(KeyFiles.readEscrowPublic(escrow).getEncoded())
                        : Optional.empty());
    }
}
