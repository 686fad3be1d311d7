package banyan.item;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** When an item can be done. Without hours it can be done always. */
public record Opening(List<Hours> hours) {
    public static final Opening ALWAYS = new Opening(List.of());

    public Opening {
        hours = List.copyOf(hours);
    }

    /**
     * Hours on some days of the week.
     *
     * @param to is no longer open
     */
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }
    }

    public boolean always() {
        return hours.isEmpty();
    }

    public boolean openAt(LocalDateTime at) {
        return always()
                || hours.stream()
                        .anyMatch(open -> open.days().contains(at.getDayOfWeek())
                                && !at.toLocalTime().isBefore(open.from())
                                && at.toLocalTime().isBefore(open.to()));
    }
}
