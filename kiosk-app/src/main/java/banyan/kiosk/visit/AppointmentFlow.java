package banyan.kiosk.visit;

import banyan.kiosk.visit.AppointmentPage.Appointment.Paper;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.AppointmentPlace.Appointing;
import banyan.kiosk.visit.AppointmentPlace.Appointing.Phase;
import banyan.kiosk.visit.VisitState.Open;

/** When to come to a window: chosen step by step, and said to be so only where the centre has said it. */
final class AppointmentFlow {
    /** The field of which what is chosen is a value. */
    static final String FIELD = "appointment";

    private AppointmentFlow() {}

    static Step begin(Open open) {
        return step(open, Appointing.begin(), new AppointmentDeed.Look());
    }

    static Step next(Open open, Appointing place, VisitEvent event) {
        return switch (place.phase()) {
            case LOOKING, TIMES -> asking(open, place, event);
            case AWAY, REFUSED -> again(open, event);
            case MINE, MATTER, DAY, TIME -> choosing(open, place, event);
            case STANDING -> standing(open, place, event);
            case ASKING -> sure(open, place, event);
            case SENDING -> sending(open, place, event);
            case UNANSWERED -> unanswered(open, place, event);
            case DONE -> done(open, place, event);
        };
    }

    private static Step asking(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Appointed(AppointmentEvent.Found(boolean mine)) when place.phase() == Phase.LOOKING ->
                at(open, place.in(mine ? Phase.MINE : Phase.MATTER));
            case VisitEvent.Appointed(AppointmentEvent.TimesHere()) when place.phase() == Phase.TIMES ->
                at(open, place.in(Phase.DAY));
            case VisitEvent.Appointed(AppointmentEvent.Away()) -> at(open, place.in(Phase.AWAY));
            case VisitEvent.TimeUp() -> at(open, place.in(Phase.AWAY));
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(new Place.Home()));
            default -> Step.to(open);
        };
    }

    private static Step again(Open open, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Next()) -> begin(open);
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(new Place.Home()));
            default -> Step.to(open);
        };
    }

    private static Step choosing(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Choose(var field, var value)) when field.equals(FIELD) ->
                step(open, place, new AppointmentDeed.Pick(place.phase(), value));
            case VisitEvent.Asked(Wish.TurnPage(int by)) -> step(open, place, new AppointmentDeed.Turn(by));
            case VisitEvent.Appointed(AppointmentEvent.Picked()) -> picked(open, place);
            case VisitEvent.Asked(Wish.Appoint(var deed)) when deed == Deed.BOOK && place.phase() == Phase.MINE ->
                at(open, place.in(Phase.MATTER, Deed.BOOK));
            case VisitEvent.Asked(Wish.Back()) -> back(open, place);
            default -> Step.to(open);
        };
    }

    private static Step picked(Open open, Appointing place) {
        return switch (place.phase()) {
            case MINE -> at(open, place.in(Phase.STANDING));
            case MATTER -> step(open, place.in(Phase.TIMES, Deed.BOOK), new AppointmentDeed.AskTimes());
            case DAY -> at(open, place.in(Phase.TIME));
            default -> at(open, place.in(Phase.ASKING));
        };
    }

    private static Step back(Open open, Appointing place) {
        return switch (place.phase()) {
            case DAY -> at(open, place.in(place.deed() == Deed.BOOK ? Phase.MATTER : Phase.STANDING));
            case TIME -> at(open, place.in(Phase.DAY));
            default -> Step.to(open.at(new Place.Home()));
        };
    }

    private static Step standing(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Appoint(var deed)) ->
                switch (deed) {
                    case BOOK -> Step.to(open);
                    case CHANGE -> step(open, place.in(Phase.TIMES, Deed.CHANGE), new AppointmentDeed.AskTimes());
                    case CANCEL -> at(open, place.in(Phase.ASKING, Deed.CANCEL));
                    case CHECK_IN -> send(open, place.in(Phase.SENDING, Deed.CHECK_IN));
                };
            case VisitEvent.Asked(Wish.Back()) -> at(open, place.in(Phase.MINE));
            default -> Step.to(open);
        };
    }

    private static Step sure(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Next()) -> send(open, place);
            case VisitEvent.Asked(Wish.Back()) ->
                at(open, place.in(place.deed() == Deed.CANCEL ? Phase.STANDING : Phase.TIME));
            default -> Step.to(open);
        };
    }

    private static Step send(Open open, Appointing place) {
        return step(open, place.in(Phase.SENDING), new AppointmentDeed.Send(place.deed()));
    }

    private static Step sending(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.TimeUp() -> at(open, place.in(Phase.UNANSWERED));
            default -> answered(open, place, event);
        };
    }

    /** The same is asked once more under the same name; the centre does it once. */
    private static Step unanswered(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Next()) -> send(open, place);
            case VisitEvent.Asked(Wish.Back()) -> begin(open);
            default -> answered(open, place, event);
        };
    }

    private static Step answered(Open open, Appointing place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Appointed(AppointmentEvent.Done()) ->
                place.deed() == Deed.CANCEL ? at(open, place.in(Phase.DONE)) : print(open, place.in(Phase.DONE));
            case VisitEvent.Appointed(AppointmentEvent.Unanswered()) -> at(open, place.in(Phase.UNANSWERED));
            case VisitEvent.Appointed(AppointmentEvent.Refused()) -> at(open, place.in(Phase.REFUSED));
            default -> Step.to(open);
        };
    }

    private static Step print(Open open, Appointing place) {
        return step(open, place.paper(Paper.PRINTING), new AppointmentDeed.Print(place.deed()));
    }

    private static Step done(Open open, Appointing place, VisitEvent event) {
        if (place.paper() == Paper.PRINTING) {
            return switch (event) {
                case VisitEvent.Printed() -> at(open, place.paper(Paper.OUT));
                case VisitEvent.PrintWaits _,
                        VisitEvent.PrintBroken _,
                        VisitEvent.PrintUncertain _,
                        VisitEvent.PrintStopped _,
                        VisitEvent.TimeUp _ -> at(open, place.paper(Paper.NOT_OUT));
                default -> Step.to(open);
            };
        }
        return switch (event) {
            // What waited in the printer has come out after all.
            case VisitEvent.Printed() when place.paper() == Paper.NOT_OUT -> at(open, place.paper(Paper.OUT));
            case VisitEvent.Asked(Wish.PrintAgain()) when place.paper() == Paper.NOT_OUT -> print(open, place);
            case VisitEvent.Asked(Wish.Back()) -> begin(open);
            default -> Step.to(open);
        };
    }

    private static Step at(Open open, Appointing place) {
        return Step.to(open.at(place));
    }

    private static Step step(Open open, Appointing place, AppointmentDeed deed) {
        return Step.to(open.at(place), new Effect.Appointment(deed));
    }
}
