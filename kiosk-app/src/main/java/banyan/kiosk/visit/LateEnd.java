package banyan.kiosk.visit;

import banyan.cache.Delivery;
import banyan.cache.Note;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.Optional;

/** What becomes of a submission after its citizen has gone, as it is told to the staff. */
public final class LateEnd {
    private LateEnd() {}

    /** Of notes only one kind is told here: that somebody takes care of what the centre did not take. */
    public static Optional<Event> event(Note.End end) {
        return end.kind() == Note.Kind.UNACCEPTED && end.refused().isEmpty()
                ? Optional.of(Event.of(EventKind.CLERK_NAMED))
                : Optional.empty();
    }

    public static Event event(Delivery.End end) {
        return switch (end) {
            case Delivery.Received _ -> Event.of(EventKind.SUBMISSION_RECEIVED);
            case Delivery.Refused(var code) -> Event.of(EventKind.SUBMISSION_REFUSED).with(Key.FAULT, new Code(code));
            case Delivery.StillHere _ -> Event.of(EventKind.SUBMISSION_UNANSWERED);
        };
    }
}
