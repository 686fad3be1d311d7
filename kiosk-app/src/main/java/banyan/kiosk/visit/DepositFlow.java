package banyan.kiosk.visit;

import banyan.acceptance.Deposit.How;
import banyan.device.DeviceKind;
import banyan.kiosk.visit.KeepingPage.Deposit.Flaw;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import banyan.kiosk.visit.Place.Deposit;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/**
 * Originals go into the cabinet after their request is durable, and before its paper is printed: a cell is opened, seen open, seen
 * closed, and only then does the citizen say whether they lie in it. Nobody has to wait for a door; on without it there is always a way.
 */
final class DepositFlow {
    private DepositFlow() {}

    /** Whether the cabinet is at work: opening a cell, or watching its door. */
    static boolean working(Deposit deposit) {
        return switch (deposit.phase()) {
            case OPENING -> true;
            case OPEN -> deposit.flaw().filter(Flaw.GONE::equals).isEmpty();
            case ASKING, CLOSED, RECORDING -> false;
        };
    }

    static Step next(Open open, Deposit deposit, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) -> asked(open, deposit, wish);
            case VisitEvent.DoorOpened() when deposit.phase() == Phase.OPENING -> to(open, deposit.in(Phase.OPEN));
            case VisitEvent.DoorClosed() when deposit.phase() == Phase.OPEN -> to(open, deposit.in(Phase.CLOSED));
            case VisitEvent.CellFailed(Flaw why) -> to(open, failed(deposit, why));
            case VisitEvent.DepositEnded() when deposit.phase() == Phase.RECORDING -> on(open, deposit);
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.DOCUMENT_CABINET && deposit.phase() == Phase.OPEN ->
                to(open, usable ? back(deposit) : deposit.in(Phase.OPEN, Flaw.GONE));
            case VisitEvent.CentreRefused() ->
                deposit.phase() == Phase.ASKING ? on(open, deposit.refusedMeanwhile()) : to(open, deposit.refusedMeanwhile());
            case VisitEvent.TimeUp() -> to(open, tooLong(deposit));
            default -> Step.to(open);
        };
    }

    private static Step to(Open open, Deposit next) {
        return Step.to(open.at(next));
    }

    private static Step asked(Open open, Deposit deposit, Wish wish) {
        return switch (wish) {
            case Wish.OpenCell() ->
                switch (deposit.phase()) {
                    case ASKING -> to(open, deposit.in(Phase.OPENING));
                    case CLOSED -> deposit.reopened() ? Step.to(open) : to(open, deposit.again());
                    case OPENING, OPEN, RECORDING -> Step.to(open);
                };
            case Wish.Deposited(boolean inside) ->
                // That nothing lies in it is said after it was opened again to look.
                deposit.phase() == Phase.CLOSED && (inside || deposit.reopened())
                        ? end(open, deposit, inside ? How.DEPOSITED : How.EMPTY)
                        : Step.to(open);
            case Wish.LookAtDoor() ->
                deposit.phase() == Phase.OPEN && deposit.flaw().isPresent()
                        ? to(open, deposit.in(Phase.OPEN))
                        : Step.to(open);
            case Wish.WithoutDeposit() ->
                switch (deposit.phase()) {
                    case ASKING -> on(open, deposit);
                    case OPEN -> end(open, deposit, How.UNCERTAIN);
                    case CLOSED -> deposit.flaw().isPresent() ? end(open, deposit, How.UNCERTAIN) : Step.to(open);
                    case OPENING, RECORDING -> Step.to(open);
                };
            default -> Step.to(open);
        };
    }

    private static Step end(Open open, Deposit deposit, How how) {
        return Step.to(open.at(deposit.in(Phase.RECORDING)), new Effect.EndDeposit(how));
    }

    private static Deposit failed(Deposit deposit, Flaw why) {
        return switch (deposit.phase()) {
            case OPENING ->
                switch (why) {
                    // The door may be open, or have been: it is looked at again, and never unlocked a second time for that.
                    case GONE, NOT_CLOSED -> deposit.in(Phase.OPEN, why);
                    // That cell is given up; another can be asked for.
                    case NONE_FREE, STUCK, UNSURE, NOT_RECORDED -> deposit.in(Phase.ASKING, why);
                };
            case OPEN -> deposit.in(Phase.OPEN, why);
            case RECORDING -> deposit.in(Phase.CLOSED, why);
            case ASKING, CLOSED -> deposit;
        };
    }

    /** The cabinet answers again. */
    private static Deposit back(Deposit deposit) {
        return deposit.flaw().equals(Optional.of(Flaw.GONE)) ? deposit.in(Phase.OPEN) : deposit;
    }

    private static Deposit tooLong(Deposit deposit) {
        return switch (deposit.phase()) {
            // The cabinet has its own patience and ends before; if it did not, nobody knows how the door stands.
            case OPENING -> deposit.in(Phase.OPEN, Flaw.GONE);
            case OPEN -> deposit.flaw().isPresent() ? deposit : deposit.in(Phase.OPEN, Flaw.NOT_CLOSED);
            case RECORDING -> deposit.in(Phase.CLOSED, Flaw.NOT_RECORDED);
            case ASKING, CLOSED -> deposit;
        };
    }

    private static Step on(Open open, Deposit deposit) {
        return deposit.refused()
                ? Step.to(open.at(new Place.Trouble(
                        PaperPage.TroubleKind.CENTRE_REFUSED,
                        new SubmittedPlace.Kept(deposit.plan(), deposit.stage(), SubmittedPlace.Slip.NOT_ASKED))))
                : Submissions.told(open, deposit.plan(), deposit.stage());
    }
}
