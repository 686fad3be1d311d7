package banyan.server;

import banyan.server.casework.Casework;
import banyan.server.city.City;
import banyan.server.city.CityDesk;
import banyan.server.city.Courier;
import banyan.server.page.StaffPages;
import banyan.server.staff.Role;
import banyan.server.wire.Route;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the centre has to do with the city's own platform. */
final class CityPart {
    private static final Set<Role> CLERKS = Set.of(Role.CLERK, Role.SUPERVISOR);
    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.SUPERVISOR);
    private static final Set<Role> EITHER = Set.of(Role.CLERK, Role.SUPERVISOR, Role.OPERATOR);

    private final City city;

    /** An {@link IOException} says what is wrong with its plan. */
    CityPart(Foundation on) throws IOException {
        this.city = City.in(on.settings().city(), on.jdbi(), new Casework(on.calendar()), on.audit(), on.zone(), on.clock());
    }

    Optional<Courier> courier() {
        return city.courier();
    }

    List<Route> routes() {
        CityDesk desk = city.desk();
        return List.of(
                Route.staff("GET", "/staff/city", EITHER, StaffPages.of("city")),
                Route.staff("GET", "/staff/api/city", EITHER, desk::get),
                Route.staff("GET", "/staff/api/city/{number}", CLERKS, desk::fields),
                Route.staff("PUT", "/staff/api/city/{number}/entered", CLERKS, desk::entered),
                Route.staff("POST", "/staff/api/city/{number}/outcome", CLERKS, desk::outcome),
                Route.staff("POST", "/staff/api/city/{number}/again", OPERATORS, desk::again),
                Route.staff("POST", "/staff/api/city/{number}/by-hand", OPERATORS, desk::byHand));
    }
}
