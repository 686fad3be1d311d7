package banyan.kiosk.visit;

import banyan.item.Language;
import banyan.item.Material;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.ScannedPage;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import java.util.Optional;

/** The papers of a request as their page lists them, with the camera, the feeder and the cabinet that they may come by. */
final class ShownMaterials {
    private final Session session;
    private final Hands hands;

    ShownMaterials(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
    }

    private Language language() {
        return session.language();
    }

    ScanningPage.Materials materials(ScanningPlace.Materials place, StepHead head) {
        Filing filing = session.filing(place.plan());
        Checklist list = Checklist.of(session.offerOf(place.plan()), filing);
        ScanningPage.Materials.Camera camera = switch (place.camera()) {
            case STARTING -> new ScanningPage.Materials.Camera.Starting();
            case GONE -> new ScanningPage.Materials.Camera.Gone();
            case LIVE -> hands.scanning().camera();
        };
        return new ScanningPage.Materials(
                head,
                list.lines().stream().map(line -> row(line, filing)).toList(),
                place.current(),
                camera,
                feeder(place.feeder()),
                cabinet(list, place.current()),
                list.missing(),
                place.busy());
    }

    private ScanningPage.Materials.Cabinet cabinet(Checklist list, int current) {
        var cabinet = session.equipment().cabinet();
        boolean ever = list.lines().stream().anyMatch(line -> line.way() == Checklist.Way.SCAN && line.material().inCabinet());
        if (cabinet.isEmpty() || !ever) {
            return ScanningPage.Materials.Cabinet.NONE;
        }
        Optional<Checklist.Line> line = list.lines().stream().skip(Math.max(0, current)).findFirst();
        if (line.filter(Checklist.Line::inCabinet).isPresent()) {
            return ScanningPage.Materials.Cabinet.CHOSEN;
        }
        if (line.filter(Checklist.Line::mayBeLeft).isEmpty()) {
            return ScanningPage.Materials.Cabinet.NOT_THIS;
        }
        if (!cabinet.get().usable()) {
            return ScanningPage.Materials.Cabinet.UNUSABLE;
        }
        return cabinet.get().free().isPresent() ? ScanningPage.Materials.Cabinet.OFFERED : ScanningPage.Materials.Cabinet.FULL;
    }

    private ScanningPage.Materials.Feeder feeder(ScanningPlace.Feeder feeder) {
        return switch (feeder) {
            case ScanningPlace.Feeder.None() -> new ScanningPage.Materials.Feeder.None();
            case ScanningPlace.Feeder.Resting(boolean usable, var last) ->
                new ScanningPage.Materials.Feeder.Resting(
                        usable, last.map(how -> hands.feeding().pile(how)));
            case ScanningPlace.Feeder.Drawing(int pages, boolean stopping) ->
                new ScanningPage.Materials.Feeder.Drawing(pages, stopping);
        };
    }

    private ScanningPage.Materials.MaterialRow row(Checklist.Line line, Filing filing) {
        Material material = line.material();
        return new ScanningPage.Materials.MaterialRow(
                material.code(),
                material.title().in(language()),
                material.hint().in(language()),
                state(line),
                line.pages(),
                line.fewest(),
                line.most(),
                filing.pagesOf(material.code()).stream()
                        .map(ScannedPage::thumbnail)
                        .toList());
    }

    private static RowState state(Checklist.Line line) {
        return switch (line.way()) {
            case CARD -> RowState.NOT_NEEDED;
            case HELD -> RowState.FETCHED;
            case DEPARTMENT -> RowState.LATER;
            case SCAN -> {
                if (line.inCabinet()) {
                    yield RowState.IN_CABINET;
                }
                if (line.pages() == 0) {
                    yield RowState.WAITING;
                }
                yield line.complete() ? RowState.COMPLETE : RowState.SCANNED;
            }
        };
    }
}
