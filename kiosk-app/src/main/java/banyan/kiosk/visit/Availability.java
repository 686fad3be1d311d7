package banyan.kiosk.visit;

import banyan.device.DeviceKind;
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
     * A device that it cannot be done without is of no use now.
     *
     * @param state how it stands; empty where the terminal has none
     */
    record Lacking(DeviceKind kind, Optional<DeviceState> state) implements Availability {}
}
