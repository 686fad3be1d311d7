package banyan.kiosk.visit;

import banyan.kiosk.visit.UpkeepPost.SetAside;
import banyan.kiosk.visit.UpkeepPost.SetAside.Phase;
import banyan.kiosk.visit.VisitState.Upkeep;

/** Staff look at what the centre would not take, and send it again, one or all. */
final class SetAsideFlow {
    private SetAsideFlow() {}

    static Step begin() {
        return Step.to(at(Phase.LOOKING), Upkeeping.does(new UpkeepDeed.LookAside()));
    }

    static Step next(Upkeep upkeep, SetAside aside, VisitEvent event) {
        return switch (event) {
            // The board counts anew what waits.
            case VisitEvent.Asked(Wish.Back()) when aside.phase() != Phase.SENDING -> Upkeeping.examine();
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.SendAgain(var which)))
            when !aside.busy() && !which.isEmpty() ->
                Step.to(at(Phase.SENDING), Upkeeping.does(new UpkeepDeed.SendAgain(which)));
            case VisitEvent.Upkept(UpkeepEvent.AsideSeen()) when aside.phase() == Phase.LOOKING ->
                Step.to(at(Phase.LIST));
            case VisitEvent.Upkept(UpkeepEvent.AsideSent(boolean all)) when aside.phase() == Phase.SENDING ->
                Step.to(at(all ? Phase.SENT : Phase.NOT_ALL));
            default -> Step.to(upkeep);
        };
    }

    private static Upkeep at(Phase phase) {
        return new Upkeep(new SetAside(phase));
    }
}
