package banyan.kiosk.visit;

/** What has become of what was done about an appointment. */
public sealed interface AppointmentEvent {
    /** The centre has said what there is. {@code mine}: this citizen has appointments. */
    record Found(boolean mine) implements AppointmentEvent {}

    /** The centre has said which times are free. */
    record TimesHere() implements AppointmentEvent {}

    /** It did not answer a question. */
    record Away() implements AppointmentEvent {}

    /** There was such a one, and it is taken. */
    record Picked() implements AppointmentEvent {}

    /** The centre has said that it is so, and what it said is here. */
    record Done() implements AppointmentEvent {}

    /** It did not answer, or not so that it could be understood: nobody knows. */
    record Unanswered() implements AppointmentEvent {}

    /** It said no. */
    record Refused() implements AppointmentEvent {}
}
