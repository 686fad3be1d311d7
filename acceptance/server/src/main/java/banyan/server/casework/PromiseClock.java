package banyan.server.casework;

import banyan.item.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the promised day of a case is counted. Days on which the citizen is asked for something do not count; where the calendar does not
 * reach, there is no day rather than a guessed one.
 *
 * @param left working days still to come behind {@code from}; empty for cases of which only the promised day is known
 * @param from the legal date of filing, or the day on which the clock went on
 * @param due the last day; empty while the clock stands and where nobody can know
 * @param stopped since when it stands
 */
public record PromiseClock(Optional<Integer> left, LocalDate from, Optional<LocalDate> due, Optional<Instant> stopped) {
    /** One that begins to run on this day. */
    public static PromiseClock running(int days, LocalDate from, WorkingDays calendar) {
        return new PromiseClock(Optional.of(days), from, after(from, days, calendar), Optional.empty());
    }

    /** The day that lies so many working days after this one; empty where the calendar does not reach. */
    public static Optional<LocalDate> after(LocalDate from, int days, WorkingDays calendar) {
        return Optional.of(calendar.after(from, days)).filter(day -> calendar.certain(from, day));
    }

    /** The same, standing. */
    public PromiseClock stopped(Instant now, LocalDate today, WorkingDays calendar) {
        if (stopped.isPresent()) {
            return this;
        }
        Optional<Integer> remaining = left.isPresent()
                ? left.map(days -> Math.max(0, days - worked(from, today, calendar)))
                : due.map(day -> day.isBefore(today) ? 0 : worked(today, day, calendar));
        return new PromiseClock(remaining, today, Optional.empty(), Optional.of(now));
    }

    /** The same, going on behind this day. */
    public PromiseClock going(LocalDate today, WorkingDays calendar) {
        if (stopped.isEmpty()) {
            return this;
        }
        return new PromiseClock(left, today, left.flatMap(days -> after(today, days, calendar)), Optional.empty());
    }

    /** The same by a newer calendar; what was counted by nobody stays as it was promised. */
    public PromiseClock by(WorkingDays calendar) {
        if (stopped.isPresent() || left.isEmpty()) {
            return this;
        }
        return new PromiseClock(left, from, after(from, left.get(), calendar), stopped);
    }

    /** How many days between these two are worked, the first not counted. */
    private static int worked(LocalDate from, LocalDate to, WorkingDays calendar) {
        return to.isAfter(from)
                ? (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorked).count()
                : 0;
    }
}
