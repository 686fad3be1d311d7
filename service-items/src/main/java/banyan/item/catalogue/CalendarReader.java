package banyan.item.catalogue;

import banyan.item.WorkingDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@code calendar.yaml}: by year the holidays, the weekends worked for them, and who announced them. */
final class CalendarReader {
    private CalendarReader() {}

    static WorkingDays read(Entry file) {
        var years = new HashSet<Integer>();
        var off = new HashSet<LocalDate>();
        var on = new HashSet<LocalDate>();
        for (var year : file.entries("years", "year")) {
            int number = year.number("year", 2000, 2100);
            year.call("year " + number);
            year.text("source");
            if (!years.add(number)) {
                year.mistake("year", "is there twice");
            }
            year.entries("off", "holiday").forEach(holiday -> holiday(holiday, off));
            year.words("worked").forEach(text -> date(year, "worked", text).ifPresent(on::add));
            year.close();
        }
        file.close();
        return new WorkingDays(years, off, on);
    }

    private static void holiday(Entry holiday, Set<LocalDate> off) {
        holiday.text("name");
        var from = date(holiday, "from", holiday.text("from"));
        var to = date(holiday, "to", holiday.text("to"));
        holiday.close();
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (to.get().isBefore(from.get()) || from.get().plusDays(31).isBefore(to.get())) {
            holiday.mistake("to", "ends before it begins, or lasts longer than a month");
            return;
        }
        from.get().datesUntil(to.get().plusDays(1)).forEach(off::add);
    }

    private static Optional<LocalDate> date(Entry entry, String key, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            entry.mistake(key, "needs a date such as 2026-01-01, not '" + text + "'");
            return Optional.empty();
        }
    }
}
