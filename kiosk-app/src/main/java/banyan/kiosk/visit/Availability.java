package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import java.util.Optional;

/** Whether an item can be begun at this terminal now; where not, why. */
public sealed interface Availability {
    /** It can. */
    record Now() implements Availability {}

    /**
     * Not at this hour.
     *
     * @param hours when it can, in the visit's language
     */
    record Closed(String hours) implements Availability {}

    /**
     * A device that it cannot be done without is of no use now, or for this item it is not.
     *
     * @param state how it stands; empty where the terminal has none
     * @param part which of its parts is of no use, though the device is of use to others; empty where it is the device
     */
    record Lacking(DeviceKind kind, Optional<DeviceState> state, Optional<DevicePart.Kind> part)
            implements Availability {
        /** The device as a whole. */
        public Lacking(DeviceKind kind, Optional<DeviceState> state) {
            this(kind, state, Optional.empty());
        }
    }
}
