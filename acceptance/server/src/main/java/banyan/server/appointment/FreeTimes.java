package banyan.server.appointment;

import banyan.acceptance.Halls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Which times of an item are free in a hall at this moment. */
public final class FreeTimes {
    private final Times times;

    public FreeTimes(Times times) {
        this.times = times;
    }

    /** The earliest first; none where the hall does not offer it. */
    public List<Halls.Slot> in(Handle handle, HallPlan.Hall hall, String item, Instant now) {
        return hall.offering(item)
                .map(offering -> {
                    List<Times.Time> all = times.of(offering, now);
                    Map<Instant, Integer> taken = all.isEmpty()
                            ? Map.<Instant, Integer>of()
                            : Slots.taken(
                                    handle, hall.hall(), item, all.getFirst().starts(), all.getLast().starts());
                    return all.stream()
                            .map(time -> new Halls.Slot(
                                    time.starts(),
                                    time.ends(),
                                    offering.capacity() - taken.getOrDefault(time.starts(), 0)))
                            .filter(slot -> slot.left() > 0)
                            .toList();
                })
                .orElse(List.of());
    }
}
