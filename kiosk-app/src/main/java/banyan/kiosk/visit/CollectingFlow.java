package banyan.kiosk.visit;

import banyan.kiosk.visit.VisitState.Open;

/** The document of a decided case is wanted by the citizen whose card was read; from there on it is printed as a certificate is. */
final class CollectingFlow {
    private CollectingFlow() {}

    static Step begin(Open open) {
        return open.visitor().identified() ? Step.to(open, new Effect.Collect()) : Step.to(open);
    }

    static Step collects(Open open, VisitEvent.Collects event) {
        if (!open.visitor().identified()) {
            return Step.to(open);
        }
        // Said before anything is ordered: a document without the citizen's name would be none.
        return event.nameFits()
                ? Certificates.query(open, event.plan(), 0, false)
                : failed(open, PaperPage.TroubleKind.NAME_NOT_PRINTABLE);
    }

    static Step failed(Open open, PaperPage.TroubleKind why) {
        return open.visitor().identified() ? Step.to(open.at(new Place.Trouble(why, new Place.Home()))) : Step.to(open);
    }
}
