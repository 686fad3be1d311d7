package banyan.item;

import java.util.List;

/**
 * A device that an item cannot be done without. What only makes it more convenient is none: one may sign on the screen, and a
 * receipt can be printed later.
 *
 * @param oneOf each of these would do; the first is what a terminal without any of them is said to lack
 */
public record DeviceNeed(List<DeviceClass> oneOf) {
    public DeviceNeed {
        if (oneOf.isEmpty()) {
            throw new IllegalArgumentException("a need that nothing meets");
        }
        oneOf = List.copyOf(oneOf);
    }
}
