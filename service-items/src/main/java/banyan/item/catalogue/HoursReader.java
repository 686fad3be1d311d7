package banyan.item.catalogue;

import banyan.item.Opening;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** Reads one line of opening hours: {@code { days: [mon, tue], from: "09:00", to: "17:00" }}. */
final class HoursReader {
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    private HoursReader() {}

    static Optional<Opening.Hours> read(Entry entry) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : entry.words("days")) {
            var day = DAYS.get(word);
            if (day == null) {
                entry.mistake("days", "has the day '%s'; it can be %s".formatted(word, Words.either(DAYS.keySet())));
            } else {
                days.add(day);
            }
        }
        var from = time(entry, "from");
        var to = time(entry, "to");
        entry.close();
        if (days.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            entry.mistake("to", "closes before it opens");
        }
        return Optional.of(new Opening.Hours(days, from.get(), to.get()));
    }

    private static Optional<LocalTime> time(Entry entry, String key) {
        var text = entry.text(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeException _) {
            entry.mistake(key, "needs a time such as 09:00 as " + key + ", not '" + text + "'");
            return Optional.empty();
        }
    }
}
