package banyan.kiosk.visit;

import banyan.kiosk.visit.KeepingPage.Later.Phase;
import banyan.kiosk.visit.KeepingPage.Later.Way;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Comparator;
import java.util.Optional;

/**
 * 下次接着办: an unfinished request goes to its citizen's account at the centre, or under a code that he takes away on paper, if he agrees;
 * or it is cleared.
 */
final class LaterFlow {
    private LaterFlow() {}

    /** What is unfinished: where the citizen is, or else what was left for the home page. */
    static Optional<Place.Filing> unfinished(Open open) {
        Place here = open.place() instanceof Place.Trouble trouble ? trouble.from() : open.place();
        if (here instanceof Place.Submitting || here instanceof Place.Deposit || !open.visitor().identified()) {
            return Optional.empty();
        }
        return (here instanceof Place.Filing filing ? Optional.of(filing) : Optional.<Place.Filing>empty())
                .or(() -> open.visitor().parked().values().stream()
                        .min(Comparator.comparing((Place.Filing left) -> left.plan().item())))
                .filter(filing -> filing.plan().declaration() && !filing.plan().supplement());
    }

    static Step begin(Open open) {
        return unfinished(open)
                .map(filing -> {
                    Open parked = (Open) Endings.park(open, filing).state();
                    return Step.to(
                            parked.at(new Place.Later(filing.plan(), Phase.ASKING, Way.ACCOUNT)),
                            new Effect.LookForWays(filing.plan().item()));
                })
                .orElseGet(() -> Step.to(open));
    }

    static Step next(Open open, Place.Later later, VisitEvent event) {
        if (later.onPaper() && later.phase() == Phase.SENDING) {
            return printing(open, later, event);
        }
        return switch (event) {
            case VisitEvent.Asked(Wish.KeepDraft()) when later.open() ->
                Step.to(
                        open.at(later.in(Phase.SENDING)),
                        later.onPaper()
                                ? new Effect.PrintDraft(later.plan().item())
                                : new Effect.KeepDraft(later.plan().item()));
            case VisitEvent.Asked(Wish.LaterBy(Way way)) when later.open() -> Step.to(open.at(later.by(way)));
            case VisitEvent.PaperAlone() when later.phase() == Phase.ASKING -> Step.to(open.at(later.by(Way.PAPER)));
            case VisitEvent.DraftKept() when later.phase() == Phase.SENDING ->
                Step.to(open.with(open.visitor().without(later.plan().item())).at(later.in(Phase.KEPT)));
            case VisitEvent.DraftNotKept() when later.phase() == Phase.SENDING -> Step.to(open.at(later.in(Phase.NOT_KEPT)));
            case VisitEvent.TimeUp() when later.phase() == Phase.SENDING -> Step.to(open.at(later.in(Phase.NOT_KEPT)));
            case VisitEvent.Asked(Wish.Back()) when later.open() -> back(open, later);
            default -> Step.to(open);
        };
    }

    /** Only a paper that is surely out opens anything: what else may have come out opens nothing. */
    private static Step printing(Open open, Place.Later later, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Printed() ->
                Step.to(
                        open.with(open.visitor().without(later.plan().item())).at(later.in(Phase.KEPT)),
                        new Effect.DraftPaperOut());
            case VisitEvent.PrintWaits _, VisitEvent.TimeUp _ ->
                Step.to(open.at(later.in(Phase.NOT_KEPT)), new Effect.StopPrinting(), new Effect.AbandonDraft());
            case VisitEvent.PrintBroken _,
                    VisitEvent.PrintStopped _,
                    VisitEvent.PrintUncertain _,
                    VisitEvent.DraftNotKept _ ->
                Step.to(open.at(later.in(Phase.NOT_KEPT)), new Effect.AbandonDraft());
            default -> Step.to(open);
        };
    }

    private static Step back(Open open, Place.Later later) {
        Place.Filing left = open.visitor().parked().get(later.plan().item());
        return left == null
                ? Step.to(open.at(new Place.Home()))
                : Filings.goOn(open.with(open.visitor().without(later.plan().item())), left);
    }
}
