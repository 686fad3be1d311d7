package banyan.server;

import banyan.server.casework.CalendarShelf;
import banyan.server.casework.CaseBeginnings;
import banyan.server.casework.StaffDesk;
import banyan.server.casework.Sweep;
import banyan.server.release.ReleaseFolder;
import banyan.server.wire.Route;
import java.util.List;

/** What clerks and supervisors do about cases, and what happens by itself. */
final class CasePart {
    private CasePart() {}

    static List<Route> routes(Foundation on) {
        return new StaffDesk(on.jdbi(), on.items(), on.paperStore(), on.audit(), on.calendar(), on.clock()).routes();
    }

    /** Cases begin by these, wherever they begin. */
    static CaseBeginnings beginnings(Foundation on) {
        return new CaseBeginnings(on.items(), on.secret().forUse("citizens of cases"), on.calendar());
    }

    static Sweep sweep(Foundation on) {
        CalendarShelf shelf = new CalendarShelf(
                new ReleaseFolder(on.settings().releases()), on.settings().keys().resolve("releases.pub"));
        return new Sweep(on.jdbi(), beginnings(on), on.calendar(), shelf, on.clock());
    }
}
