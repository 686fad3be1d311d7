package banyan.kiosk.log;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** One event: its kind, and values for some of the kind's keys. */
public record Event(EventKind kind, Map<Key, String> values) {
    public Event {
        values = Collections.unmodifiableMap(values.isEmpty() ? new EnumMap<>(Key.class) : new EnumMap<>(values));
    }

    /** An event that says nothing more. */
    public static Event of(EventKind kind) {
        return new Event(kind, Map.of());
    }

    /** The same with a number. */
    public Event with(Key key, long number) {
        return with(key, Key.Form.NUMBER, Long.toString(number));
    }

    /** The same with an identifier. */
    public Event with(Key key, Code code) {
        return with(key, Key.Form.CODE, code.text());
    }

    /** The same with the identifier of a constant. */
    public Event with(Key key, Enum<?> constant) {
        return with(key, Code.of(constant));
    }

    private Event with(Key key, Key.Form form, String value) {
        if (!kind.keys().contains(key) || key.form() != form) {
            throw new IllegalArgumentException(kind + " has no such key: " + key);
        }
        Map<Key, String> more = new EnumMap<>(Key.class);
        more.putAll(values);
        more.put(key, value);
        return new Event(kind, more);
    }
}
