package banyan.server.appointment;

import banyan.server.appointment.HallPlan.Hours;
import banyan.server.appointment.HallPlan.Offering;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The times an offering gives, on days that are worked and in the centre's zone. Pure: the same offering and calendar give the same times. */
public final class Times {
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;
    private final Predicate<LocalDate> worked;

    /** @param worked whether the hall is open on a day */
    public Times(ZoneId zone, Predicate<LocalDate> worked) {
        this.zone = zone;
        this.worked = worked;
    }

    /** As people read it. */
    public String written(Instant at) {
        return READ.format(at.atZone(zone));
    }

    /** From its beginning until before its end. */
    public record Time(Instant starts, Instant ends) {}

    /** On which day that is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Those that have not begun and are not too far ahead, the earliest first. */
    public List<Time> of(Offering offering, Instant now) {
        List<Time> times = new ArrayList<>();
        LocalDate today = day(now);
        for (int ahead = 0; ahead <= offering.daysAhead(); ahead++) {
            times.addAll(on(offering, today.plusDays(ahead)));
        }
        return times.stream().filter(time -> time.starts().isAfter(now)).toList();
    }

    /** The one that begins then, if it is one of them. */
    public Optional<Time> at(Offering offering, Instant starts, Instant now) {
        LocalDate day = day(starts);
        boolean reached = starts.isAfter(now) && !day.isAfter(day(now).plusDays(offering.daysAhead()));
        return reached
                ? on(offering, day).stream().filter(time -> time.starts().equals(starts)).findFirst()
                : Optional.empty();
    }

    private List<Time> on(Offering offering, LocalDate day) {
        List<Time> times = new ArrayList<>();
        if (!worked.test(day)) {
            return times;
        }
        for (Hours hours : offering.hours()) {
            LocalDateTime end = day.atTime(hours.to());
            LocalDateTime next = day.atTime(hours.from());
            while (!next.plusMinutes(offering.minutes()).isAfter(end)) {
                ZonedDateTime starts = next.atZone(zone);
                // An hour that the zone leaves out that day is no time that anybody could come at.
                if (starts.toLocalDateTime().equals(next)) {
                    times.add(new Time(
                            starts.toInstant(),
                            starts.toInstant().plusSeconds(offering.minutes() * 60L)));
                }
                next = next.plusMinutes(offering.minutes());
            }
        }
        return times;
    }
}
