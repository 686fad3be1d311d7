package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.ProgressPage.Withdraw.Phase;
import banyan.kiosk.visit.ProgressPlace.Withdrawing;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Set;

/** Is the case to be taken back? Asked once more in plain words, and done only where the centre has said so. */
final class WithdrawalFlow {
    private WithdrawalFlow() {}

    static Withdrawing begin(ProgressPlace.Progress of) {
        return new Withdrawing(of, Phase.CONFIRMING);
    }

    static Step next(Open open, Withdrawing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.CODE_SCANNER ->
                Step.to(open.at(new Withdrawing(place.of().scanner(usable), place.phase())));
            default ->
                switch (place.phase()) {
                    case CONFIRMING -> confirming(open, place, event);
                    case SENDING -> sending(open, place, event);
                    case UNANSWERED -> unanswered(open, place, event);
                    case TOO_LATE -> over(open, place, event);
                };
        };
    }

    private static Step confirming(Open open, Withdrawing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Next()) -> send(open, place);
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(place.of()));
            default -> Step.to(open);
        };
    }

    private static Step send(Open open, Withdrawing place) {
        return Step.to(open.at(place.at(Phase.SENDING)), new Effect.Withdraw());
    }

    private static Step sending(Open open, Withdrawing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Withdrawn(int leaves) -> done(open, place, leaves);
            case VisitEvent.NotWithdrawn(boolean late) ->
                Step.to(open.at(place.at(late ? Phase.TOO_LATE : Phase.UNANSWERED)));
            case VisitEvent.TimeUp() -> Step.to(open.at(place.at(Phase.UNANSWERED)));
            default -> Step.to(open);
        };
    }

    private static Step done(Open open, Withdrawing place, int leaves) {
        return Step.to(open.at(new ProgressPlace.Progress(place.of().from(), leaves, Set.of())));
    }

    /** The same word is sent once more; the centre takes it once. */
    private static Step unanswered(Open open, Withdrawing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Withdrawn(int leaves) -> done(open, place, leaves);
            case VisitEvent.Asked(Wish.Next()) -> send(open, place);
            default -> over(open, place, event);
        };
    }

    /** What was known of the case is no longer true: it is asked for anew. */
    private static Step over(Open open, Withdrawing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.CheckProgress()), VisitEvent.Asked(Wish.Back()) ->
                ProgressFlow.anew(open, place.of().from());
            default -> Step.to(open);
        };
    }
}
