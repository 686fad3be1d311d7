package banyan.kiosk.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Where a citizen arranges when to come to a window, or says that he has come. */
public sealed interface AppointmentPage extends Page {
    /** What the centre is asked to do. */
    enum Deed {
        BOOK,
        CHANGE,
        CANCEL,
        CHECK_IN
    }

    /** What is done in which hall, in the visit's language. */
    record Matter(String title, String hall) {}

    /** An appointment as the centre says it stands, and what lets whoever holds it change it. */
    record Booking(Matter matter, LocalDateTime starts, LocalTime ends, String code) {
        @Override
        public String toString() {
            return "Booking[]";
        }
    }

    /**
     * One of several is chosen, at most six a page.
     *
     * @param matter what the days and times are for
     */
    record AppointmentChoice(What what, List<Option> options, int page, int pages, Optional<Matter> matter)
            implements AppointmentPage {
        public AppointmentChoice {
            options = List.copyOf(options);
        }

        /** Of what. */
        public enum What {
            MINE,
            MATTER,
            DAY,
            TIME
        }

        /** One of them, and by what it is asked for. */
        public record Option(String value, Shown shown) {}

        /** What is said of it. */
        public sealed interface Shown {
            record Mine(Matter matter, LocalDateTime starts) implements Shown {}

            record Of(Matter matter) implements Shown {}

            record Day(LocalDate day, int left) implements Shown {}

            record Time(LocalTime starts, LocalTime ends, int left) implements Shown {}
        }
    }

    /**
     * One appointment, and how far what is done about it has come.
     *
     * @param booking what is looked at, asked for, or what the centre has said; empty where there is none yet
     * @param ticket the number that was given for it
     */
    record Appointment(
            Phase phase,
            Deed deed,
            Optional<Booking> booking,
            Optional<Ticket> ticket,
            Optional<Why> why,
            Paper paper)
            implements AppointmentPage {
        /** How far. */
        public enum Phase {
            /** The centre is asked what there is. */
            LOOKING,
            /** It did not answer, and nothing was asked of it but what there is. */
            AWAY,
            /** There is nothing to choose from. */
            NOTHING,
            /** It stands; what is to be done about it? */
            STANDING,
            /** The citizen is asked once more. */
            ASKING,
            /** The centre is told. */
            SENDING,
            /** It did not answer: nobody knows, and the same may be asked again. */
            UNANSWERED,
            /** It said no. */
            REFUSED,
            /** It has said that it is so. */
            DONE
        }

        /** Why the centre said no. */
        public enum Why {
            FULL,
            TWICE,
            BARRED,
            EARLY,
            OVER,
            QUEUE_FULL,
            TOO_MANY,
            OTHER
        }

        /** The slip. */
        public enum Paper {
            NONE,
            PRINTING,
            OUT,
            NOT_OUT
        }

        /** A number in a queue. */
        public record Ticket(String number, int ahead) {}
    }
}
