package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPlace.Camera;
import banyan.kiosk.visit.ScanningPlace.Feeder;
import banyan.kiosk.visit.ScanningPlace.Materials;
import banyan.kiosk.visit.VisitState.Open;
import java.util.List;
import java.util.Optional;

/** Papers on the tray and in the feeder: the live picture, the still, the pile, the page that is taken over or not. */
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
            case VisitEvent.DeviceUsable(DeviceKind kind, _)
            when kind == DeviceKind.SCANNER ->
                Step.to(open, new Effect.AskFeeder());
            case VisitEvent.FeederStands(boolean usable) ->
                Step.to(open.at(materials.with(materials.feeder().usable(usable))));
            case VisitEvent.PageFed(int pages) ->
                materials.feeder() instanceof Feeder.Drawing(_, boolean stopping)
                        ? Step.to(open.at(materials.with(new Feeder.Drawing(pages, stopping))))
                        : Step.to(open);
            case VisitEvent.FeedEnded(var how, int next, boolean usable) ->
                materials.feeder() instanceof Feeder.Drawing
                        ? Step.to(open.at(materials.with(new Feeder.Resting(usable, Optional.of(how)))
                                .looking(next)))
                        : Step.to(open);
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
            case Wish.Feed() ->
                materials.occupied() || !materials.feeder().ready()
                        ? Step.to(open)
                        : Step.to(open.at(materials.with(new Feeder.Drawing(0, false))));
            case Wish.StopFeeding() ->
                materials.feeder() instanceof Feeder.Drawing(int pages, boolean stopping) && !stopping
                        ? Step.to(open.at(materials.with(new Feeder.Drawing(pages, true))), new Effect.StopFeeding())
                        : Step.to(open);
            case Wish.SelectMaterial(var code) -> {
                int which = codes(materials).indexOf(code);
                yield which < 0 || materials.occupied()
                        ? Step.to(open)
                        : Step.to(open.at(materials.with(materials.feeder().quiet()).looking(which)));
            }
            case Wish.DropPage(var code, int page) ->
                materials.occupied() ? Step.to(open) : saved(open).before(new Effect.DropPage(code, page));
            case Wish.LeaveOriginal(var code, boolean yes) ->
                materials.occupied() || !codes(materials).contains(code)
                        ? Step.to(open)
                        : Step.to(
                                open.at(materials.with(materials.feeder().quiet())),
                                new Effect.LeaveOriginal(materials.stage(), code, yes));
            case Wish.Next() ->
                materials.occupied() ? Step.to(open) : Step.to(open, new Effect.CheckMaterials(materials.stage()));
            case Wish.Back() -> {
                if (materials.occupied()) {
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
        return materials.occupied() || materials.camera() != Camera.LIVE
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
        // The device has its own patience and ends before; if it did not, it is left alone.
        if (materials.feeder() instanceof Feeder.Drawing) {
            return Step.to(open.at(materials.with(new Feeder.Resting(false, Optional.of(FeedEnd.FAILED)))));
        }
        if (materials.busy()) {
            return Step.to(open.at(materials.at(materials.current())));
        }
        return materials.camera() == Camera.LIVE
                ? Step.to(open)
                : Step.to(open.at(new Place.Trouble(TroubleKind.CAMERA_GONE, materials.fresh())));
    }
}
