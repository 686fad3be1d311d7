package banyan.kiosk.visit;

import banyan.cache.DayResult;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** What came of laying a day's book beside the centre's, as it is told to the staff. */
public final class DayEvents {
    private DayEvents() {}

    public static List<Event> of(DayResult day) {
        List<Event> events = new ArrayList<>();
        events.add(Event.of(EventKind.DAY_RECKONED).with(Key.COUNT, day.named()));
        for (DayResult.Gap gap : EnumSet.allOf(DayResult.Gap.class)) {
            int count = Collections.frequency(day.gaps(), gap);
            if (count > 0) {
                events.add(Event.of(EventKind.DAY_GAP)
                        .with(Key.FAULT, Code.of(gap))
                        .with(Key.COUNT, count));
            }
        }
        return events;
    }
}
