package banyan.kiosk.fleet;

import banyan.acceptance.LogLines;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.Key;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The last events of this program, for whoever asks for its log from afar. What was before its start stands in the file alone. */
public final class RecentEvents implements Consumer<Event> {
    /** By these one could find out who it was; they are in the file on this terminal, and nowhere else. */
    private static final Set<Key> STAYS = EnumSet.of(Key.STAFF, Key.TRACE);

    private final InstantSource clock;
    private final Deque<LogLines.Line> lines = new ArrayDeque<>(LogLines.MOST);

    public RecentEvents(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void accept(Event event) {
        if (lines.size() == LogLines.MOST) {
            lines.removeFirst();
        }
        Map<String, String> values = new HashMap<>();
        event.values().forEach((key, value) -> {
            if (!STAYS.contains(key)) {
                values.put(key.name().toLowerCase(Locale.ROOT), value);
            }
        });
        lines.addLast(new LogLines.Line(clock.instant().truncatedTo(ChronoUnit.MILLIS), event.kind().name(), values));
    }

    synchronized LogLines lines() {
        return new LogLines(List.copyOf(lines));
    }
}
