package banyan.server.casework;

import banyan.item.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Which days are worked, by the newest calendar that this centre has been given. */
public final class WorkCalendar {
    private final ZoneId zone;
    private volatile WorkingDays days;

    public WorkCalendar(WorkingDays days, ZoneId zone) {
        this.days = days;
        this.zone = zone;
    }

    /** From now on this one counts. */
    public void take(WorkingDays newer) {
        days = newer;
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
