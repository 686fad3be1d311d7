package banyan.kiosk.visit;

import banyan.kiosk.visit.AppointmentPage.Appointment.Paper;
import banyan.kiosk.visit.AppointmentPage.Deed;

/** Where the citizen arranges when to come to a window. */
public sealed interface AppointmentPlace extends Place {
    /** @param deed what it will be that the centre is asked to do */
    record Appointing(Phase phase, Deed deed, Paper paper) implements AppointmentPlace {
        /** How far it is. */
        enum Phase {
            LOOKING,
            AWAY,
            MINE,
            STANDING,
            MATTER,
            TIMES,
            DAY,
            TIME,
            ASKING,
            SENDING,
            UNANSWERED,
            REFUSED,
            DONE
        }

        static Appointing begin() {
            return new Appointing(Phase.LOOKING, Deed.BOOK, Paper.NONE);
        }

        Appointing in(Phase next) {
            return new Appointing(next, deed, Paper.NONE);
        }

        Appointing in(Phase next, Deed other) {
            return new Appointing(next, other, Paper.NONE);
        }

        Appointing paper(Paper now) {
            return new Appointing(phase, deed, now);
        }
    }
}
