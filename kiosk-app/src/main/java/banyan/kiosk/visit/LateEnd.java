package banyan.kiosk.visit;

import banyan.cache.Delivery;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;

/** What becomes of a submission after its citizen has gone, as it is told to the staff. */
public final class LateEnd {
    private LateEnd() {}

    public static Event event(Delivery.End end) {
        return switch (end) {
            case Delivery.Received _ -> Event.of(EventKind.SUBMISSION_RECEIVED);
            case Delivery.Refused(var code) -> Event.of(EventKind.SUBMISSION_REFUSED).with(Key.FAULT, new Code(code));
            case Delivery.StillHere _ -> Event.of(EventKind.SUBMISSION_UNANSWERED);
        };
    }
}
