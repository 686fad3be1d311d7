package banyan.server.casework;

import banyan.server.certificate.Certificates;
import banyan.server.intake.ItemBook;
import banyan.server.intake.Papers;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.LookupTries;
import banyan.server.progress.SlipCodes;
import banyan.server.store.CentreSecret;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What citizens can ask about their cases at a terminal, in the order of {@code openapi.yaml}. */
public record CitizensPart(CitizensDesk desk, Supplements supplements, Results results) {
    /** Puts it together. */
    public static CitizensPart of(
            Jdbi rows,
            ItemBook items,
            Papers papers,
            Certificates certificates,
            LookupCodes codes,
            SlipCodes slips,
            LookupTries tries,
            CaseBeginnings beginnings,
            WorkCalendar calendar,
            CentreKey key,
            CentreSecret secret,
            InstantSource clock) {
        Casework casework = new Casework(calendar);
        CaseFinder finder = new CaseFinder(codes, tries, beginnings);
        return new CitizensPart(
                new CitizensDesk(
                        rows,
                        casework,
                        finder,
                        beginnings,
                        new CardTries(secret.forUse("tries by card")),
                        secret.forUse("lookups"),
                        clock),
                new Supplements(rows, casework, finder, new SupplementCheck(items), papers, slips, key, clock),
                new Results(rows, finder, certificates, calendar, clock));
    }

    public List<Route> routes() {
        return List.of(
                new Route("POST", "/api/v1/cases/mine", Kind.JSON, desk::mine),
                new Route("PUT", "/api/v1/cases/{number}/withdrawn", Kind.JSON, desk::withdraw),
                new Route("PUT", "/api/v1/supplements/{id}", Kind.JSON, supplements::put),
                new Route("PUT", "/api/v1/results/{request}", Kind.JSON, results::put));
    }
}
