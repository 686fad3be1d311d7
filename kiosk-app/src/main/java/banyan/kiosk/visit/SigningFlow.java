package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.FilingPage.Signing.PadState;
import banyan.kiosk.visit.SigningPlace.Signing;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** The document that is shown is the one that is signed; the ink may be cleared and written again until it is used. */
final class SigningFlow {
    private SigningFlow() {}

    static Step next(Open open, Signing signing, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) -> signing.taking() ? Step.to(open) : asked(open, signing, wish);
            case VisitEvent.DocumentDrawn(int pages) -> Step.to(open.at(signing.drawn(pages)));
            case VisitEvent.InkFrom(PadState pad) -> Step.to(open.at(signing.with(pad)));
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.SIGNATURE_PAD ->
                usable
                        ? Step.to(open, new Effect.Use(Effect.Device.PAD))
                        : Step.to(open.at(signing.with(PadState.SCREEN)));
            case VisitEvent.InkGood() ->
                signing.pages() == 0
                        ? Step.to(open)
                        : Step.to(open.at(signing.used()), new Effect.TakeSignature(signing.stage()));
            case VisitEvent.InkPoor(var why) -> Step.to(open.at(signing.with(Optional.of(why))));
            case VisitEvent.Signed() -> Filings.enter(open, signing.plan(), new Plan.Spot(signing.stage() + 1, 0));
            case VisitEvent.PageNotKept(var why) -> Step.to(open.at(new Place.Trouble(why, signing.fresh())));
            // Drawing takes a fraction of a second; if it does not come back, it is begun again from the page before.
            case VisitEvent.TimeUp() -> Filings.backward(open, signing.fresh());
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, Signing signing, Wish wish) {
        return switch (wish) {
            case Wish.Touched touch ->
                signing.pages() > 0 && signing.pad() == PadState.SCREEN
                        ? Step.to(open, new Effect.Ink(touch))
                        : Step.to(open);
            case Wish.ClearInk() -> Step.to(open.at(signing.with(Optional.empty())), new Effect.ClearInk());
            case Wish.UseSignature() -> signing.pages() > 0 ? Step.to(open, new Effect.JudgeInk()) : Step.to(open);
            case Wish.ZoomIn() -> signing.pages() > 0 ? Step.to(open.under(new VisitState.Over.Zoom())) : Step.to(open);
            case Wish.TurnDocument(int by) -> Step.to(open.at(signing.turned(by)));
            case Wish.Back() -> Filings.backward(open, signing);
            default -> Step.to(open);
        };
    }
}
