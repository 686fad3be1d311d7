package banyan.kiosk.visit;

import banyan.kiosk.visit.AppointmentPage.Deed;

/** What is to be done about an appointment. */
public sealed interface AppointmentDeed {
    /** Ask the centre what this citizen has arranged, and what can be. What was asked before and not answered is let go. */
    record Look() implements AppointmentDeed {}

    /** Ask which times are free for what was chosen. */
    record AskTimes() implements AppointmentDeed {}

    /** Take one of those that are shown. */
    record Pick(AppointmentPlace.Appointing.Phase of, String value) implements AppointmentDeed {}

    /** Show another page of them. */
    record Turn(int by) implements AppointmentDeed {}

    /** Ask the centre to do it; the same again, where it was asked and has not answered. */
    record Send(Deed deed) implements AppointmentDeed {}

    /** Print the slip of what the centre has said. */
    record Print(Deed deed) implements AppointmentDeed {}
}
