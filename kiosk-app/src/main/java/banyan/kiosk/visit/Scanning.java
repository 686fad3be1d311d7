package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.Page.TroubleKind;
import banyan.kiosk.visit.Place.Camera;
import banyan.kiosk.visit.Place.Materials;
import banyan.kiosk.visit.VisitState.Open;
import java.util.List;

/** Papers on the tray: the live picture, the still, the page that is taken over or not. */
final class Scanning {
    private Scanning() {}

    static Step next(Open open, Materials materials, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) -> asked(open, materials, wish);
            case VisitEvent.CameraLive() -> Step.to(open.at(materials.with(Camera.LIVE)));
            case VisitEvent.CameraGone() -> Step.to(open.at(materials.with(Camera.GONE)));
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.DOCUMENT_CAMERA ->
                usable
                        ? materials.camera() == Camera.GONE
                                ? Step.to(open.at(materials.with(Camera.STARTING)))
                                : Step.to(open)
                        : Step.to(open.at(materials.with(Camera.GONE)));
            case VisitEvent.PageSteady() -> still(open, materials, false);
            case VisitEvent.PageTaken(int next) -> Step.to(open.at(materials.at(next)));
            case VisitEvent.MaterialPicked(int which) -> Step.to(open.at(materials.looking(which)));
            case VisitEvent.PageRefused() -> Step.to(open.at(materials.at(materials.current())));
            case VisitEvent.PageNotKept(TroubleKind why) -> Step.to(open.at(new Place.Trouble(why, materials.fresh())));
            case VisitEvent.MaterialsGood() ->
                Filings.forward(open, materials.plan(), materials.stage(), materials.returning());
            case VisitEvent.MaterialsMissing(int which) -> Step.to(open.at(materials.looking(which)));
            case VisitEvent.SignatureHolds()
            when materials.returning() -> Filings.checked(open, materials.plan(), true);
            case VisitEvent.SignatureStale()
            when materials.returning() -> Filings.checked(open, materials.plan(), false);
            case VisitEvent.TimeUp() -> tooLong(open, materials);
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, Materials materials, Wish wish) {
        return switch (wish) {
            case Wish.Shoot() -> still(open, materials, true);
            case Wish.SelectMaterial(var code) -> {
                int which = codes(materials).indexOf(code);
                yield which < 0 || materials.busy() ? Step.to(open) : Step.to(open.at(materials.looking(which)));
            }
            case Wish.DropPage(var code, int page) ->
                materials.busy() ? Step.to(open) : saved(open).before(new Effect.DropPage(code, page));
            case Wish.Next() ->
                materials.busy() ? Step.to(open) : Step.to(open, new Effect.CheckMaterials(materials.stage()));
            case Wish.Back() -> {
                if (materials.busy()) {
                    yield Step.to(open);
                }
                yield materials.returning()
                        ? Step.to(open, new Effect.CheckMaterials(materials.stage()))
                        : Filings.backward(open, materials);
            }
            default -> Step.to(open);
        };
    }

    private static List<String> codes(Materials materials) {
        return materials.plan().stages().get(materials.stage()) instanceof Plan.Stage.Materials(var codes)
                ? codes
                : List.of();
    }

    private static Step still(Open open, Materials materials, boolean forced) {
        return materials.busy() || materials.camera() != Camera.LIVE
                ? Step.to(open)
                : Step.to(
                        open.at(materials.taking()),
                        new Effect.TakeStill(materials.stage(), materials.current(), forced));
    }

    private static Step saved(Open open) {
        return open.place() instanceof Materials materials
                ? Step.to(open, new Effect.SaveDraft(materials.plan(), new Plan.Spot(materials.stage(), 0)))
                : Step.to(open);
    }

    private static Step tooLong(Open open, Materials materials) {
        if (materials.busy()) {
            return Step.to(open.at(materials.at(materials.current())));
        }
        return materials.camera() == Camera.LIVE
                ? Step.to(open)
                : Step.to(open.at(new Place.Trouble(TroubleKind.CAMERA_GONE, materials.fresh())));
    }
}
