package banyan.acceptance;

import java.time.Instant;
import java.util.List;

/** The halls of the centre, and the times that are free in them now. Free is what nobody has booked at this moment, and no promise. */
public record Halls(List<Hall> halls) {
    public Halls {
        halls = List.copyOf(halls);
    }

    /**
     * One of them.
     *
     * @param hall its code
     * @param items codes of what can be booked there
     * @param slots free times of the item that was asked for, the earliest first
     */
    public record Hall(
            String hall, String chinese, String english, List<Queue> queues, List<String> items, List<Slot> slots) {
        public Hall {
            queues = List.copyOf(queues);
            items = List.copyOf(items);
            slots = List.copyOf(slots);
        }
    }

    /**
     * A queue in which numbers are given.
     *
     * @param waiting how many wait in it now
     */
    public record Queue(String queue, String chinese, String english, int waiting) {}

    /**
     * A time that can be booked.
     *
     * @param left for how many it is still free
     */
    public record Slot(Instant starts, Instant ends, int left) {}
}
