package banyan.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The last events of a terminal's log, oldest first. Every value is a fixed code or a whole number, so that nothing of a citizen can stand
 * in it; a centre takes nothing else.
 */
public record LogLines(List<Line> lines) {
    /** The most that are sent. */
    public static final int MOST = 500;

    /** The most values of one event. */
    public static final int MOST_VALUES = 10;

    public LogLines {
        lines = List.copyOf(lines);
    }

    /**
     * One event.
     *
     * @param at by the terminal's clock
     * @param kind which event, see {@code docs/events.md}
     * @param values {@code device}, {@code fault}, {@code place} and {@code item} as fixed codes of at most 64 characters with no run of more
     *     than six digits; {@code cell}, {@code pages}, {@code count} and {@code millis} as digits, at most 19; no other keys
     */
    public record Line(Instant at, String kind, Map<String, String> values) {
        public Line {
            values = Map.copyOf(values);
        }
    }
}
