package banyan.kiosk.visit;

import banyan.kiosk.filing.Supplementing;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import java.util.Optional;

/** Makes ready what is asked for in a case: from then on it is filled in, scanned and sent as an item of its own. */
final class SupplementHand {
    private final Session session;
    private final ProgressHand progress;
    private final FilingHand filing;

    /** @param progress knows the case, and by what its citizen is entitled to it */
    SupplementHand(Session session, ProgressHand progress, FilingHand filing) {
        this.session = session;
        this.progress = progress;
        this.filing = filing;
    }

    void showCase() {
        progress.atCentre().ifPresent(there -> session.tell(new VisitEvent.CaseShown(
                progress.scannerUsable(), ProgressHand.leaves(there), progress.ways(there))));
    }

    void begin() {
        Optional<Supplementing> asked = progress.atCentre().flatMap(progress::supplementing);
        if (asked.isEmpty()) {
            session.tell(new VisitEvent.SupplementNotHere());
            return;
        }
        session.supplementing(asked.get());
        filing.begin(asked.get().offer().item().code());
        session.log(Event.of(EventKind.SUPPLEMENT_BEGUN));
        session.tell(new VisitEvent.SupplementBegins(Plans.of(asked.get().offer())));
    }
}
