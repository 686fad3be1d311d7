package banyan.item;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Counts working days by the weekend and the State Council's yearly arrangement of holidays. For a year whose arrangement it
 * has not got, weekends alone count.
 *
 * @param years for which an arrangement is there
 * @param off working days of the week on which nobody works, and the days of a holiday
 * @param on Saturdays and Sundays that are worked
 */
public record WorkingDays(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> on) {
    public static final WorkingDays WEEKENDS_ONLY = new WorkingDays(Set.of(), Set.of(), Set.of());

    public WorkingDays {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        on = Set.copyOf(on);
    }

    public boolean isWorked(LocalDate day) {
        return on.contains(day) || (!off.contains(day) && !weekend(day));
    }

    /** The last day on which an answer is in time: {@code workingDays} after the day of receipt, which is not counted. */
    public LocalDate after(LocalDate received, int workingDays) {
        var day = received;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether the arrangement of every year between these days is known, so that the date is exact. */
    public boolean certain(LocalDate from, LocalDate to) {
        return List.of(from.getYear(), to.getYear()).stream().allMatch(years::contains);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
