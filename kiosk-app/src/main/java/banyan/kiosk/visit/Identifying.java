package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.Place.Identify;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** Who is here: consent first, then the card, and each trouble of a card with its way on. */
final class Identifying {
    private Identifying() {}

    static Step next(Open open, Identify identify, VisitEvent event) {
        Step step =
                switch (identify.phase()) {
                    case CONSENT -> consent(open, identify, event);
                    case WAITING -> waiting(open, identify, event);
                    case READING -> reading(open, identify, event);
                };
        // A reader that was lost before anybody waited for it will not be lost once more.
        return identify.phase() != Phase.WAITING && waits(step.state()) ? step.before(new Effect.AskReader()) : step;
    }

    private static boolean waits(VisitState state) {
        return state instanceof Open open
                && open.place() instanceof Identify identify
                && identify.phase() == Phase.WAITING;
    }

    private static Step consent(Open open, Identify identify, VisitEvent event) {
        return switch (event) {
            // Nothing is read before this; a card that lies there earlier waits for it.
            case VisitEvent.Asked(Wish.Agree()) ->
                (identify.cardLies() ? read(open, identify) : Step.to(open.at(identify.waiting(Optional.empty()))))
                        .before(new Effect.NoteAgreement());
            case VisitEvent.Asked(Wish.ShowConsentText()) -> Step.to(open.under(new VisitState.Over.ConsentText()));
            case VisitEvent.Asked(Wish.Back()) -> VisitFlow.end(open);
            case VisitEvent.CardLies(boolean lies) ->
                Step.to(open.at(identify.consenting(lies)));
            default -> Step.to(open);
        };
    }

    private static Step waiting(Open open, Identify identify, VisitEvent event) {
        return switch (event) {
            case VisitEvent.CardLies(boolean lies) -> lies ? read(open, identify) : Step.to(open);
            case VisitEvent.Asked(Wish.Back()) ->
                Step.to(open.at(identify.consenting(false)));
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.ID_CARD_READER -> {
                if (!usable) {
                    yield Step.to(open.at(identify.waiting(Optional.of(CardFlaw.READER_GONE))));
                }
                yield identify.trouble().equals(Optional.of(CardFlaw.READER_GONE))
                        ? Step.to(open.at(identify.waiting(Optional.empty())))
                        : Step.to(open);
            }
            default -> Step.to(open);
        };
    }

    private static Step reading(Open open, Identify identify, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Identified _ when identify.answering() ->
                Step.to(open.with(open.visitor().known()), new Effect.BeginSupplement());
            case VisitEvent.SupplementBegins(var plan) when identify.answering() -> SupplementFlow.begun(open, plan);
            case VisitEvent.SupplementNotHere() when identify.answering() -> SupplementFlow.back(open);
            case VisitEvent.Identified(boolean draft) ->
                Step.to(open.with(open.visitor().known()).at(draft ? new Place.Resume(false) : new Place.Home()), new Effect.LookInAccount());
            case VisitEvent.CardRefused(CardFlaw why) -> Step.to(open.at(identify.waiting(Optional.of(why))));
            case VisitEvent.TimeUp() -> Step.to(open.at(identify.waiting(Optional.of(CardFlaw.UNREADABLE))));
            default -> Step.to(open);
        };
    }

    private static Step read(Open open, Identify identify) {
        return Step.to(open.at(identify.reading()), new Effect.ReadCard());
    }
}
