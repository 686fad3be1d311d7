package banyan.kiosk.visit;

import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;

/** What may be asked for while a sheet lies over the page: only what stands on the sheet. */
final class Sheets {
    private Sheets() {}

    static Step asked(Open open, Over over, Wish wish) {
        return switch (over) {
            case Over.IdleWarning _ -> stillHere(open, wish);
            case Over.Languages _ ->
                wish instanceof Wish.Speak speak ? VisitFlow.speak(open.uncovered(), speak) : closable(open, wish);
            case Over.ConfirmEnd _ ->
                switch (wish) {
                    case Wish.EndForSure() -> Endings.forSure(open.uncovered());
                    case Wish.Later() -> LaterFlow.begin(open.uncovered());
                    default -> closable(open, wish);
                };
            case Over.Reasons(int level) -> reasons(open, level, wish);
            case Over.ConsentText _, Over.Zoom _ ->
                wish instanceof Wish.TurnDocument ? Certificates.turn(open, wish) : closable(open, wish);
            case Over.CannotDo _, Over.StaffAsk _ -> closable(open, wish);
        };
    }

    /** Any touch says: I am here. It does nothing else, because the page below could not be seen. */
    private static Step stillHere(Open open, Wish wish) {
        return switch (wish) {
            // Who leaves something unfinished is asked what becomes of it.
            case Wish.End(), Wish.EndForSure() ->
                LaterFlow.unfinished(open).isPresent() && !(open.place() instanceof Place.Later)
                        ? Step.to(open.under(new Over.ConfirmEnd(false)))
                        : VisitFlow.end(open);
            case Wish.Slow() -> Step.to(open.uncovered().with(open.visitor().slower()));
            default -> Step.to(open.uncovered());
        };
    }

    private static Step reasons(Open open, int level, Wish wish) {
        return switch (wish) {
            case Wish.Reason(var code, boolean on) -> Step.to(open, new Effect.NoteReason(code, on));
            case Wish.GiveReasons(), Wish.Stay(), Wish.Back() -> {
                Open given = open.uncovered();
                yield given.place() instanceof SubmittedPlace.Received received
                        ? Step.to(given.at(received.given()), new Effect.SendEvaluation(level))
                        : Step.to(given);
            }
            case Wish.End() -> VisitFlow.end(open);
            default -> Step.to(open);
        };
    }

    private static Step closable(Open open, Wish wish) {
        return switch (wish) {
            case Wish.Stay(), Wish.Back() -> Step.to(open.uncovered());
            case Wish.End() -> Endings.askedToEnd(open.uncovered());
            default -> Step.to(open);
        };
    }
}
