package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.FilingPage.Fingerprint.Flaw;
import banyan.kiosk.visit.FilingPage.Fingerprint.Phase;
import banyan.kiosk.visit.SigningPlace.Fingerprint;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** Nothing is taken of a finger before the citizen agrees; then it is laid twice. Whoever cannot or will not goes on without. */
final class FingerFlow {
    /** After so many pictures in a row that did not do, nobody is asked for another without wanting it. */
    private static final int TRIES = 3;

    private FingerFlow() {}

    /** Whether the pad waits for the finger, or for its going. */
    static boolean taking(Fingerprint finger) {
        return switch (finger.phase()) {
            case LAYING, LIFTING -> true;
            case ASKING, KEEPING -> false;
        };
    }

    /** Another number for every step on which the citizen has done something. */
    static int progress(Fingerprint finger) {
        return finger.tries() * 4 + (finger.held() ? 2 : 0) + (finger.phase() == Phase.LIFTING ? 1 : 0);
    }

    static Step next(Open open, Fingerprint finger, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) ->
                finger.phase() == Phase.KEEPING ? Step.to(open) : asked(open, finger, wish);
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.FINGERPRINT_PAD -> pad(open, finger, usable);
            case VisitEvent.FingerHeld() when taking(finger) -> Step.to(open.at(finger.holding()));
            case VisitEvent.FingerLifted() when finger.phase() == Phase.LIFTING -> Step.to(open.at(finger.in(Phase.LAYING)));
            case VisitEvent.FingerPoor(Flaw why) when taking(finger) -> Step.to(open.at(poor(finger, why)));
            case VisitEvent.FingerMatched() when taking(finger) -> Step.to(open.at(keeping(finger)));
            case VisitEvent.FingerKept() when !taking(finger) ->
                Filings.forward(open, finger.plan(), finger.stage(), finger.returning());
            case VisitEvent.PageNotKept(var why) when finger.phase() == Phase.KEEPING ->
                Step.to(open.at(new Place.Trouble(why, finger.fresh())));
            case VisitEvent.SignatureHolds() when finger.returning() -> Filings.checked(open, finger.plan(), true);
            case VisitEvent.SignatureStale() when finger.returning() -> Filings.checked(open, finger.plan(), false);
            case VisitEvent.TimeUp() ->
                Step.to(open.at(taking(finger) ? finger.stopped(Flaw.ABSENT) : finger.fresh()));
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, Fingerprint finger, Wish wish) {
        return switch (wish) {
            case Wish.Agree() -> taking(finger) ? Step.to(open) : Step.to(open.at(finger.fresh().in(Phase.LAYING)));
            case Wish.WithoutFinger() -> Step.to(open.at(keeping(finger)), new Effect.WithoutFinger());
            case Wish.Next() -> taking(finger) ? Step.to(open) : Step.to(open, new Effect.CheckFinger());
            case Wish.Back() -> {
                Open quiet = open.at(finger.fresh());
                yield finger.returning()
                        ? Filings.forward(quiet, finger.plan(), finger.stage(), true)
                        : Filings.backward(quiet, finger);
            }
            default -> Step.to(open);
        };
    }

    private static Fingerprint keeping(Fingerprint finger) {
        return finger.fresh().in(Phase.KEEPING);
    }

    private static Fingerprint poor(Fingerprint finger, Flaw why) {
        return switch (why) {
            case ABSENT, LEFT_LYING, GONE -> finger.stopped(why);
            case MOVED, POOR, DIFFERENT ->
                finger.tries() + 1 == TRIES ? finger.stopped(why) : finger.poor(why, finger.held() && why != Flaw.DIFFERENT);
        };
    }

    /** The pad is gone, or back; then the citizen is the one to begin again. */
    private static Step pad(Open open, Fingerprint finger, boolean usable) {
        if (usable) {
            return finger.flaw().equals(Optional.of(Flaw.GONE)) ? Step.to(open.at(finger.fresh())) : Step.to(open);
        }
        return finger.phase() == Phase.KEEPING ? Step.to(open) : Step.to(open.at(finger.stopped(Flaw.GONE)));
    }
}
