package banyan.server;

import banyan.acceptance.CentreStatus;
import banyan.server.certificate.Certificates;
import banyan.server.clerk.ClerkDesk;
import banyan.server.clerk.Slips;
import banyan.server.deposit.Deposits;
import banyan.server.draft.DraftDesk;
import banyan.server.draft.PaperDrafts;
import banyan.server.evidence.Evidence;
import banyan.server.intake.Papers;
import banyan.server.intake.Submissions;
import banyan.server.intake.Uploads;
import banyan.server.page.ContractPage;
import banyan.server.page.PhonePage;
import banyan.server.page.RecentCasesPage;
import banyan.server.page.VerifyPage;
import banyan.server.progress.CaseProgress;
import banyan.server.readiness.Reports;
import banyan.server.reckoning.Days;
import banyan.server.register.Lookups;
import banyan.server.release.Releases;
import banyan.server.voice.Voices;
import banyan.server.wire.Reply;
import banyan.server.wire.Route;
import banyan.server.wire.Route.Kind;
import java.time.InstantSource;
import java.util.List;

/** Everything the centre can be asked, in the order of {@code openapi.yaml}. */
record Routes(
        Submissions submissions,
        Papers papers,
        Uploads uploads,
        Lookups lookups,
        CaseProgress progress,
        Slips slips,
        ClerkDesk clerks,
        Certificates certificates,
        Voices voices,
        Deposits deposits,
        Evidence evidence,
        Reports readiness,
        Days days,
        Releases releases,
        DraftDesk drafts,
        PaperDrafts paperDrafts,
        VerifyPage verify,
        ContractPage contract,
        PhonePage phone,
        RecentCasesPage recent,
        InstantSource clock) {
    /** Of this program. */
    static final String VERSION = "0.1.0";

    List<Route> all() {
        return List.of(
                new Route("GET", "/api/v1/status", Kind.OPEN, _ -> status()),
                new Route("PUT", "/api/v1/submissions/{id}", Kind.JSON_TOGETHER, submissions::put),
                new Route("PUT", "/api/v1/submissions/{id}/papers/{hash}", Kind.PAPER, papers::put),
                new Route("POST", "/api/v1/submissions/{id}/uploads", Kind.JSON, uploads::post),
                new Route("OPTIONS", "/api/v1/uploads", Kind.OPEN, _ -> uploads.options()),
                new Route("HEAD", "/api/v1/uploads/{token}", Kind.UPLOAD, uploads::head),
                new Route("PATCH", "/api/v1/uploads/{token}", Kind.UPLOAD, uploads::patch),
                new Route("DELETE", "/api/v1/uploads/{token}", Kind.UPLOAD, uploads::delete),
                new Route("POST", "/api/v1/uploads/{token}", Kind.UPLOAD, uploads::overridden),
                new Route("POST", "/api/v1/facts", Kind.JSON_TOGETHER, lookups::post),
                new Route("POST", "/api/v1/progress", Kind.JSON, progress::post),
                new Route("POST", "/api/v1/slips", Kind.JSON, slips::post),
                new Route("PUT", "/api/v1/unaccepted/{id}", Kind.JSON, clerks::put),
                new Route("PUT", "/api/v1/certificates/{request}", Kind.JSON_TOGETHER, certificates::put),
                new Route("PUT", "/api/v1/certificates/{request}/printed", Kind.JSON, certificates::printed),
                new Route("PUT", "/api/v1/certificates/{request}/void", Kind.JSON, certificates::declareVoid),
                new Route("PUT", "/api/v1/evaluations/{case}", Kind.JSON, voices::evaluation),
                new Route("PUT", "/api/v1/troubles/{trace}", Kind.JSON, voices::trouble),
                new Route("PUT", "/api/v1/deposits/{deposit}", Kind.JSON, deposits::put),
                new Route("PUT", "/api/v1/deposits/{deposit}/taken", Kind.JSON, deposits::taken),
                new Route("PUT", "/api/v1/consents/{id}", Kind.JSON, evidence::consent),
                new Route("PUT", "/api/v1/ledger/{entry}", Kind.JSON, evidence::ledger),
                new Route("PUT", "/api/v1/readiness/{id}", Kind.PDF, readiness::put),
                new Route("PUT", "/api/v1/days/{day}/{page}", Kind.JSON, days::put),
                new Route("GET", "/api/v1/receipts/{id}", Kind.JSON, days::receipt),
                new Route("GET", "/api/v1/releases/newest", Kind.JSON, releases::newest),
                new Route("PUT", "/api/v1/releases/{number}/standing", Kind.JSON, releases::standing),
                new Route("GET", "/api/v1/release-files/{hash}", Kind.JSON, releases::file),
                new Route("PUT", "/api/v1/drafts/{id}", Kind.JSON, drafts::put),
                new Route("DELETE", "/api/v1/drafts/{id}", Kind.JSON, drafts::delete),
                new Route("POST", "/api/v1/drafts/find", Kind.JSON, drafts::find),
                new Route("PUT", "/api/v1/paper-drafts/{draft}", Kind.JSON, paperDrafts::put),
                new Route("PUT", "/api/v1/paper-drafts/{draft}/used", Kind.JSON, paperDrafts::used),
                new Route("POST", "/api/v1/paper-drafts/find", Kind.JSON, paperDrafts::find),
                new Route("GET", "/public/drafts/{lookup}", Kind.STRANGER, paperDrafts::get),
                new Route("PUT", "/public/drafts/{lookup}", Kind.STRANGER, paperDrafts::change),
                new Route("GET", "/verify/{code}", Kind.PAGE, verify::get),
                new Route("GET", "/openapi", Kind.PAGE, _ -> contract.get()),
                new Route("GET", "/openapi/{file}", Kind.PAGE, contract::file),
                new Route("GET", "/d", Kind.PAGE, _ -> phone.get()),
                new Route("GET", "/d/{file}", Kind.PAGE, phone::file),
                new Route("GET", "/public/items/{item}/{version}/form", Kind.STRANGER, phone::form),
                new Route("GET", "/readiness/{id}", Kind.PAGE_HERE, readiness::get),
                new Route("GET", "/", Kind.PAGE_HERE, _ -> recent.get()));
    }

    private Reply status() {
        return Reply.json(200, new CentreStatus(VERSION, clock.instant()));
    }
}
