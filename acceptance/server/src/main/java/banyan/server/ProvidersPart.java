package banyan.server;

import banyan.server.register.ProviderState;
import banyan.server.register.Providers;
import banyan.server.staff.Role;
import banyan.server.wire.Reply;
import banyan.server.wire.Route;
import java.util.List;
import java.util.Set;

/** The departments' systems that the centre asks, for whoever watches over it. */
final class ProvidersPart {
    private static final Set<Role> WATCHING = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR);

    private ProvidersPart() {}

    /** All of them. */
    record ProviderList(List<ProviderState> providers) {}

    static List<Route> routes(Providers providers) {
        return List.of(Route.staff(
                "GET", "/staff/api/providers", WATCHING, _ -> Reply.json(200, new ProviderList(providers.states()))));
    }
}
