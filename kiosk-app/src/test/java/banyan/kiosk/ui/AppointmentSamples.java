package banyan.kiosk.ui;

import banyan.kiosk.visit.AppointmentPage.Appointment;
import banyan.kiosk.visit.AppointmentPage.Appointment.Paper;
import banyan.kiosk.visit.AppointmentPage.Appointment.Phase;
import banyan.kiosk.visit.AppointmentPage.Appointment.Why;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Option;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Shown;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.What;
import banyan.kiosk.visit.AppointmentPage.Booking;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.AppointmentPage.Matter;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Optional;

/** When to come to a window. */
final class AppointmentSamples extends SampleChapter {
    AppointmentSamples(SampleBook book) {
        super(book);
    }

    void appointments() {
        Matter matter = new Matter(itemTitle(), say("鼓楼区政务服务中心一楼大厅", "Gulou service centre, ground floor"));
        for (What what : What.values()) {
            Shown shown = switch (what) {
                case MINE -> new Shown.Mine(matter, SampleBook.EVENING);
                case MATTER -> new Shown.Of(matter);
                case DAY -> new Shown.Day(SampleBook.ANSWER, 12);
                case TIME -> new Shown.Time(LocalTime.of(14, 0), LocalTime.of(14, 30), 3);
            };
            boolean named = what == What.DAY || what == What.TIME;
            add("26-choice-" + what, new AppointmentChoice(
                    what,
                    Collections.nCopies(what == What.MINE ? 2 : 6, new Option("1", shown)),
                    1,
                    what == What.MINE ? 1 : 3,
                    named ? Optional.of(matter) : Optional.empty()));
        }
        Booking booking = new Booking(matter, SampleBook.EVENING, LocalTime.of(21, 30), "7KQ2M9XW");
        for (Phase phase : Phase.values()) {
            boolean bare = phase == Phase.LOOKING || phase == Phase.AWAY || phase == Phase.NOTHING;
            for (Deed deed : phase == Phase.DONE ? Deed.values() : new Deed[] {Deed.BOOK, Deed.CHANGE, Deed.CANCEL}) {
                for (Paper paper : phase == Phase.DONE && deed != Deed.CANCEL ? Paper.values() : new Paper[] {Paper.NONE}) {
                    add("26-" + phase + "-" + deed + "-" + paper, new Appointment(
                            phase,
                            deed,
                            bare ? Optional.empty() : Optional.of(booking),
                            deed == Deed.CHECK_IN ? Optional.of(new Appointment.Ticket("A007", 3)) : Optional.empty(),
                            Optional.empty(),
                            paper));
                }
            }
        }
        for (Why why : Why.values()) {
            add("26-refused-" + why, new Appointment(
                    Phase.REFUSED, Deed.BOOK, Optional.of(booking), Optional.empty(), Optional.of(why), Paper.NONE));
        }
    }
}
