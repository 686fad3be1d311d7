package banyan.kiosk.visit;

import banyan.kiosk.visit.Plan.Spot;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** What is asked for in a case is given here: by whoever has the receipt, after he has said who he is, as everybody who hands something in. */
final class SupplementFlow {
    private SupplementFlow() {}

    /** What an event means for it where the case is shown; empty where it means nothing for it. */
    static Optional<Step> at(Open open, ProgressPlace.Progress place, VisitEvent event) {
        if (!place.offers(Way.SUPPLEMENT)) {
            return Optional.empty();
        }
        return switch (event) {
            case VisitEvent.Asked(Wish.Supplement()) -> Optional.of(wanted(open));
            case VisitEvent.Admitted() -> Optional.of(Step.to(open.at(consent(place))));
            case VisitEvent.NotAdmitted(var why) -> Optional.of(Step.to(open.at(new Place.Trouble(why, place))));
            case VisitEvent.SupplementBegins(var plan) -> Optional.of(begun(open, plan));
            case VisitEvent.SupplementNotHere() -> Optional.of(Step.to(open.at(place)));
            default -> Optional.empty();
        };
    }

    private static Step wanted(Open open) {
        return open.visitor().identified()
                ? Step.to(open, new Effect.BeginSupplement())
                : Step.to(open, new Effect.AdmitFurther());
    }

    private static Place.Identify consent(ProgressPlace.Progress place) {
        return new Place.Identify(
                Page.Identify.Phase.CONSENT, Optional.empty(), place.from().cardLies(), true);
    }

    static Step begun(Open open, Plan plan) {
        return Filings.enter(open, plan, new Spot(0, 0));
    }

    /** Before its first step: the case once more. What was filled in and scanned so far stays for whoever goes on with it. */
    static Step back(Open open) {
        return Step.to(open, new Effect.ShowCase());
    }

    /** The answer to {@link Effect.ShowCase}. How often another code was tried is not known here any more: one more try is left. */
    static Step shown(Open open, VisitEvent.CaseShown shown) {
        boolean here = open.place() instanceof Place.Identify identify && identify.answering()
                || open.place() instanceof Place.Filing filing && filing.plan().supplement();
        ProgressPlace.AskProgress from =
                ProgressPlace.AskProgress.begin(shown.scanner(), ProgressFlow.MOST_TRIES - 1, false);
        return here
                ? Step.to(open.at(new ProgressPlace.Progress(from, shown.leaves(), shown.ways())))
                : Step.to(open);
    }
}
