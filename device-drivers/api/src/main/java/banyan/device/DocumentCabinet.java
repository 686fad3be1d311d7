package banyan.device;

import java.util.List;
import java.util.Set;

/**
 * A cabinet of doors with a lock and a sensor each (文件柜). A door is opened in two phases: unlocked and seen open, then seen
 * closed again; what lies in it counts as given only when both were seen.
 */
public non-sealed interface DocumentCabinet extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.OPEN_DOOR);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.DOCUMENT_CABINET;
    }

    /** How many doors it has, numbered from 1. */
    int doors();

    /**
     * Unlocks a door and waits until it is seen open. {@code CABINET-DOOR-STUCK}: it was unlocked and did not open; the lock is let
     * go again. {@code CABINET-DOOR-UNKNOWN}: lock and sensor disagree, and nobody knows whether it is open.
     */
    Outcome<DoorState> open(int door, Deadline deadline);

    /** Waits until a door is seen closed: done with its state, which is {@link DoorState#OPEN} when it was left open. */
    Outcome<DoorState> awaitClosed(int door, Deadline deadline);

    /** All doors as they were last seen. Never blocks. */
    List<DoorState> states();

    /** How a door stands. */
    enum DoorState {
        /** Closed, by its sensor. */
        CLOSED,
        /** Open, by its sensor. */
        OPEN,
        /** The sensor has not been heard, or contradicts the lock. */
        UNKNOWN
    }
}
