package banyan.item;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device that an item cannot be done without, or a part of one. What only makes it more convenient is none: one may sign on the
 * screen, and a receipt can be printed later.
 *
 * @param oneOf each of these would do; the first is what a terminal without any of them is said to lack
 */
public record DeviceNeed(List<Choice> oneOf) {
    public DeviceNeed {
        if (oneOf.isEmpty()) {
            throw new IllegalArgumentException("a need that nothing meets");
        }
        oneOf = List.copyOf(oneOf);
    }

    /**
     * What would do.
     *
     * @param part of the device, which must be usable too; empty where the device as a whole will do
     */
    public record Choice(DeviceClass device, Optional<DevicePartClass> part) {}

    /** A need that any device of these classes meets. */
    public static DeviceNeed of(DeviceClass... classes) {
        return new DeviceNeed(Stream.of(classes)
                .map(device -> new Choice(device, Optional.empty()))
                .toList());
    }

    /** A need that only this part meets, in a device that is usable. */
    public static DeviceNeed of(DevicePartClass part) {
        return new DeviceNeed(List.of(new Choice(part.device(), Optional.of(part))));
    }
}
