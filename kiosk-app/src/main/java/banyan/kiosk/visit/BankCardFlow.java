package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.FilingPage.BankCard.Flaw;
import banyan.kiosk.visit.FilingPage.BankCard.Phase;
import banyan.kiosk.visit.Place.BankCard;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** The number of a bank card is read while the card is in; it is taken out before the form goes on. Typing it stays possible all the time. */
final class BankCardFlow {
    private BankCardFlow() {}

    /** From a field whose keys are open. What was typed so far is not lost. */
    static Step begin(Open open, Place.Form form, String field) {
        return form.editing().equals(Optional.of(field))
                ? Step.to(open.at(BankCard.of(form, field)), new Effect.Commit(field))
                : Step.to(open);
    }

    /** Whether the terminal for chip cards is waited for. */
    static boolean uses(BankCard card) {
        return switch (card.phase()) {
            case WAITING, READING, REMOVING -> true;
            case STOPPED -> false;
        };
    }

    static Step next(Open open, BankCard card, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) -> asked(open, card, wish);
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.SMART_CARD_TERMINAL -> terminal(open, card, usable);
            case VisitEvent.ChipIn() when card.phase() == Phase.WAITING -> Step.to(open.at(card.in(Phase.READING)));
            case VisitEvent.ChipRead() when card.phase() == Phase.READING -> Step.to(open.at(card.done()));
            case VisitEvent.ChipFailed(Flaw why) when uses(card) -> failed(open, card, why);
            case VisitEvent.ChipOut() when card.phase() == Phase.REMOVING ->
                Step.to(open.at(card.read() ? card.form(Optional.empty()) : card.in(Phase.WAITING)));
            case VisitEvent.TimeUp() when card.phase() == Phase.READING -> failed(open, card, Flaw.UNREADABLE);
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, BankCard card, Wish wish) {
        return switch (wish) {
            case Wish.Back() -> Step.to(open.at(card.form(Optional.empty())));
            case Wish.Edit(var field) when field.equals(card.field()) ->
                Step.to(open.at(card.form(Optional.of(field))), new Effect.Edit(field));
            default -> Step.to(open);
        };
    }

    private static Step failed(Open open, BankCard card, Flaw why) {
        return switch (why) {
            // The card is out already.
            case MOVED -> Step.to(open.at(card.flawed(Phase.WAITING, why)));
            case MUTE, OTHER, UNREADABLE, FORGOTTEN -> Step.to(open.at(card.flawed(Phase.REMOVING, why)));
            case GONE -> gone(open, card);
        };
    }

    /** What was read stands; and without the terminal nobody can tell whether the card was taken out. */
    private static Step gone(Open open, BankCard card) {
        return Step.to(open.at(card.read() ? card.form(Optional.empty()) : card.flawed(Phase.STOPPED, Flaw.GONE)));
    }

    private static Step terminal(Open open, BankCard card, boolean usable) {
        if (!usable) {
            return gone(open, card);
        }
        return card.phase() == Phase.STOPPED
                ? Step.to(open.at(BankCard.of(card.form(Optional.empty()), card.field())))
                : Step.to(open);
    }
}
