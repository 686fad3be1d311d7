package banyan.kiosk.visit;

import banyan.kiosk.visit.Place.Submitting;
import banyan.kiosk.visit.Place.Submitting.Phase;
import banyan.kiosk.visit.SubmittedPlace.Kept;
import banyan.kiosk.visit.SubmittedPlace.Received;
import banyan.kiosk.visit.SubmittedPlace.Slip;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;
import banyan.kiosk.visit.VisitState.Visitor.Outcome;

/** From 确认提交 on: sealed, kept, at the centre, received; the paper that says the same; and the evaluation. */
final class Submissions {
    private Submissions() {}

    static Step seal(Open open, Plan plan, int stage) {
        return Step.to(open.at(new Submitting(plan, stage, Phase.SEALING, false, false)), new Effect.Seal(plan.before(stage)));
    }

    static Step submitting(Open open, Submitting submitting, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Sealed() ->
                submitting.phase() == Phase.SEALING ? Step.to(open.at(submitting.in(Phase.KEEPING))) : Step.to(open);
            case VisitEvent.OriginalsWait() -> Step.to(open.at(submitting.withOriginals()));
            // The promise: the journal has answered after its fsync. Only now is anything said, and the draft
            // forgotten.
            case VisitEvent.Appended() -> appended(open, submitting);
            case VisitEvent.NotAppended(var why) ->
                Step.to(open.at(new Place.Trouble(
                        why,
                        new Place.Review(submitting.plan(), submitting.plan().before(submitting.stage()), true))));
            case VisitEvent.PapersAtCentre() ->
                submitting.kept() ? Step.to(open.at(submitting.in(Phase.CONFIRMING))) : Step.to(open);
            case VisitEvent.ReceiptHeld() ->
                submitting.kept()
                        ? durable(open.with(open.visitor().having(Outcome.SUBMITTED)), submitting)
                        : Step.to(open);
            case VisitEvent.CentreRefused() ->
                submitting.kept()
                        ? Step.to(open.at(new Place.Trouble(
                                PaperPage.TroubleKind.CENTRE_REFUSED,
                                new Kept(submitting.plan(), submitting.stage(), Slip.NOT_ASKED))))
                        : Step.to(open);
            case VisitEvent.TimeUp() ->
                submitting.kept()
                        ? durable(open, submitting)
                        : Step.to(open.at(new Place.Trouble(PaperPage.TroubleKind.STORE_BROKEN, submitting)));
            default -> Step.to(open);
        };
    }

    static Step appended(Open open, Submitting submitting) {
        String item = submitting.plan().item();
        Open kept = open.with(open.visitor().without(item).having(Outcome.KEPT)).at(submitting.in(Phase.SENDING));
        Step step = submitting.leaving() ? VisitFlow.end(kept) : Step.to(kept);
        return step.before(new Effect.ForgetFiling(item));
    }

    /** The originals, where some go into the cabinet; then what can be said, and its paper. */
    private static Step durable(Open open, Submitting submitting) {
        return submitting.originals()
                ? Step.to(open.at(Place.Deposit.at(submitting.plan(), submitting.stage())))
                : told(open, submitting.plan(), submitting.stage());
    }

    /** What is known of the case by now. */
    static Step told(Open open, Plan plan, int stage) {
        return open.visitor().done() == Outcome.SUBMITTED ? receipt(open, plan, stage) : slip(open, plan, stage);
    }

    /** "Received", because the centre's receipt is in store. */
    private static Step receipt(Open open, Plan plan, int stage) {
        Open received = open.with(open.visitor().having(Outcome.SUBMITTED));
        return prints(plan, stage)
                ? Step.to(received.at(new Received(plan, stage, Slip.BEGINNING)), new Effect.PrintReceipt())
                : Step.to(received.at(new Received(plan, stage, Slip.NOT_ASKED)));
    }

    /** "Kept here", because nothing else is known. */
    private static Step slip(Open open, Plan plan, int stage) {
        return prints(plan, stage)
                ? Step.to(open.at(new Kept(plan, stage, Slip.BEGINNING)), new Effect.PrintSlip())
                : Step.to(open.at(new Kept(plan, stage, Slip.NOT_ASKED)));
    }

    private static boolean prints(Plan plan, int stage) {
        return plan.stages().stream().skip(stage).anyMatch(Plan.Stage.Print.class::isInstance);
    }

    static Step received(Open open, Received received, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.PrintAgain()) ->
                received.slip().alive()
                        ? Step.to(open)
                        : Step.to(open.at(received.with(Slip.BEGINNING)), new Effect.PrintReceipt());
            case VisitEvent.Asked(Wish.Rate(int level)) -> rate(open, received, level);
            case VisitEvent.Asked(Wish.Collect()) -> received.slip().printing() ? Step.to(open) : CollectingFlow.begin(open);
            case VisitEvent.Collects collects -> owed(received, CollectingFlow.collects(open, collects));
            case VisitEvent.CertificateFailed(var why) -> owed(received, CollectingFlow.failed(open, why));
            case VisitEvent.EvaluationKept(boolean kept) -> Step.to(open.at(received.rated(kept)));
            case VisitEvent.Asked(Wish.Another()) -> Endings.home(open);
            case VisitEvent.TimeUp() ->
                Step.to(open.at(received.with(received.slip().silent())));
            default -> Step.to(open.at(received.with(received.slip().after(event))));
        };
    }

    /** What was chosen is given before the page is left. */
    private static Step owed(Received received, Step step) {
        return received.owing() ? step.before(new Effect.SendEvaluation(received.rated())) : step;
    }

    /** Once per case; dissatisfaction is asked for its reasons first. */
    private static Step rate(Open open, Received received, int level) {
        if (received.plan().supplement() || received.rated() != 0 || level < 1 || level > 5) {
            return Step.to(open);
        }
        return level <= 2
                ? Step.to(open.at(received.rate(level, true)).under(new Over.Reasons(level)))
                : Step.to(open.at(received.rate(level, false)), new Effect.SendEvaluation(level));
    }

    static Step kept(Open open, Kept kept, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.PrintAgain()) ->
                kept.slip().alive()
                        ? Step.to(open)
                        : Step.to(open.at(kept.with(Slip.BEGINNING)), new Effect.PrintSlip());
            case VisitEvent.Asked(Wish.Another()) -> Endings.home(open);
            // It came after all. While the slip is printing the screen goes on to say what the slip says.
            case VisitEvent.ReceiptHeld() -> {
                Open submitted = open.with(open.visitor().having(Outcome.SUBMITTED));
                yield kept.slip().printing() ? Step.to(submitted) : receipt(submitted, kept.plan(), kept.stage());
            }
            case VisitEvent.CentreRefused() ->
                Step.to(open.at(new Place.Trouble(PaperPage.TroubleKind.CENTRE_REFUSED, kept)));
            case VisitEvent.TimeUp() -> Step.to(open.at(kept.with(kept.slip().silent())));
            default -> {
                Kept after = kept.with(kept.slip().after(event));
                yield open.visitor().done() == Outcome.SUBMITTED
                                && !after.slip().printing()
                        ? receipt(open, kept.plan(), kept.stage())
                        : Step.to(open.at(after));
            }
        };
    }
}
