package banyan.server.casework;

import banyan.item.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which days are worked, by the newest calendar that this centre has been given. */
public final class WorkCalendar {
    private final ZoneId zone;
    private volatile WorkingDays days;

    public WorkCalendar(WorkingDays days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    /** From now on this one counts for its own years; of others what was known stays known. */
    public void take(WorkingDays newer) {
        WorkingDays before = days;
        Set<Integer> years = new HashSet<>(before.years());
        years.addAll(newer.years());
        days = new WorkingDays(
                years, both(before.off(), newer.off(), newer.years()), both(before.on(), newer.on(), newer.years()));
    }

    private static Set<LocalDate> both(Set<LocalDate> before, Set<LocalDate> newer, Set<Integer> years) {
        Set<LocalDate> both = new HashSet<>(newer);
        before.stream().filter(day -> !years.contains(day.getYear())).forEach(both::add);
        return both;
    }

    public WorkingDays days() {
        return days;
    }

    /** On which day that is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The day that lies so many working days after this one; empty where the calendar does not reach. */
    public Optional<LocalDate> after(LocalDate day, int count) {
        return PromiseClock.after(day, count, days);
    }
}
