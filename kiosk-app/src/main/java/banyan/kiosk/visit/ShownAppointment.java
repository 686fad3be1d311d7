package banyan.kiosk.visit;

import banyan.kiosk.visit.AppointmentPage.Appointment;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Option;
import banyan.kiosk.visit.AppointmentPlace.Appointing;
import java.util.List;
import java.util.Optional;

/** What the screen shows while a citizen arranges when to come. */
final class ShownAppointment {
    private final AppointmentHand hand;

    ShownAppointment(AppointmentHand hand) {
        this.hand = hand;
    }

    AppointmentPage page(Appointing place) {
        return switch (place.phase()) {
            case MINE -> choice(place, AppointmentChoice.What.MINE);
            case MATTER -> choice(place, AppointmentChoice.What.MATTER);
            case DAY -> choice(place, AppointmentChoice.What.DAY);
            case TIME -> choice(place, AppointmentChoice.What.TIME);
            case LOOKING, TIMES -> one(place, Appointment.Phase.LOOKING);
            case AWAY -> one(place, Appointment.Phase.AWAY);
            case STANDING -> one(place, Appointment.Phase.STANDING);
            case ASKING -> one(place, Appointment.Phase.ASKING);
            case SENDING -> one(place, Appointment.Phase.SENDING);
            case UNANSWERED -> one(place, Appointment.Phase.UNANSWERED);
            case REFUSED -> one(place, Appointment.Phase.REFUSED);
            case DONE -> one(place, Appointment.Phase.DONE);
        };
    }

    private AppointmentPage choice(Appointing place, AppointmentChoice.What what) {
        AppointmentShelf shelf = hand.shelf();
        List<Option> all = shelf.options(place.phase());
        if (all.isEmpty()) {
            return one(place, Appointment.Phase.NOTHING);
        }
        int page = shelf.page(all.size());
        int from = page * AppointmentShelf.ON_A_PAGE;
        boolean named = what == AppointmentChoice.What.DAY || what == AppointmentChoice.What.TIME;
        return new AppointmentChoice(
                what,
                all.subList(from, Math.min(all.size(), from + AppointmentShelf.ON_A_PAGE)),
                page + 1,
                AppointmentShelf.pages(all.size()),
                named ? shelf.matter() : Optional.empty());
    }

    private Appointment one(Appointing place, Appointment.Phase phase) {
        boolean quiet = phase == Appointment.Phase.LOOKING
                || phase == Appointment.Phase.AWAY
                || phase == Appointment.Phase.NOTHING;
        AppointmentShelf shelf = hand.shelf();
        return new Appointment(
                phase,
                place.deed(),
                quiet ? Optional.empty() : shelf.booking(place.phase(), place.deed()),
                phase == Appointment.Phase.DONE
                        ? shelf.ticket().map(now -> new Appointment.Ticket(now.number(), now.ahead()))
                        : Optional.empty(),
                phase == Appointment.Phase.REFUSED ? shelf.why() : Optional.empty(),
                place.paper());
    }
}
