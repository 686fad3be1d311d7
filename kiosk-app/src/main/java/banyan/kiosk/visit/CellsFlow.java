package banyan.kiosk.visit;

import banyan.kiosk.visit.UpkeepPost.Cells;
import banyan.kiosk.visit.UpkeepPost.Cells.Phase;
import banyan.kiosk.visit.VisitState.Upkeep;

/** Staff empty the cabinet: one cell after the other is opened, closed again, and what lay in it is said before it is free. */
final class CellsFlow {
    private CellsFlow() {}

    static Step next(Upkeep upkeep, Cells cells, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) ->
                switch (cells.phase()) {
                    case LIST -> Upkeeping.examine();
                    // The cell stays as it was in the book: somebody must still look into it.
                    case OPENING, OPEN, CLOSED -> Step.to(new Upkeep(Cells.LIST), Upkeeping.does(new UpkeepDeed.LeaveCell()));
                    case NOTING -> Step.to(upkeep);
                };
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.OpenCell(int cell))) when cells.phase() == Phase.LIST ->
                Step.to(new Upkeep(new Cells(cell, Phase.OPENING, false)), Upkeeping.does(new UpkeepDeed.OpenCell(cell)));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Emptied(boolean found))) when cells.phase() == Phase.CLOSED ->
                Step.to(
                        new Upkeep(cells.in(Phase.NOTING)),
                        Upkeeping.does(new UpkeepDeed.NoteEmptied(cells.cell(), found)));
            case VisitEvent.Upkept(UpkeepEvent.CellOpened()) when cells.phase() == Phase.OPENING ->
                Step.to(new Upkeep(cells.in(Phase.OPEN)));
            case VisitEvent.Upkept(UpkeepEvent.CellClosed()) when cells.phase() == Phase.OPEN ->
                Step.to(new Upkeep(cells.in(Phase.CLOSED)));
            case VisitEvent.Upkept(UpkeepEvent.CellNoted()) when cells.phase() == Phase.NOTING ->
                Step.to(new Upkeep(Cells.LIST));
            case VisitEvent.Upkept(UpkeepEvent.CellFailed()) when cells.phase() != Phase.LIST ->
                Step.to(
                        new Upkeep(new Cells(0, Phase.LIST, true)), Upkeeping.does(new UpkeepDeed.LeaveCell()));
            default -> Step.to(upkeep);
        };
    }
}
