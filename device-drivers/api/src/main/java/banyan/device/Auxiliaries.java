package banyan.device;

import java.util.Map;
import java.util.Set;

/**
 * The terminal's own senses and lights (XFS4IoT Auxiliaries and Lights): who stands before it, whether its housing is closed,
 * whether there is power, and the lamps beside its devices.
 */
public non-sealed interface Auxiliaries extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.SENSE, Capability.LIGHT);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.AUXILIARIES;
    }

    /** Each sense that is wired here, as it was last heard. Never blocks. */
    Map<Sense, Reading> readings();

    /** Is told each change of a sense once, in order, from the device's thread. To be called before {@link #start}. */
    void listen(SenseListener listener);

    /** Sets the lamp beside a device. Done with {@code false} when none is wired there. */
    Outcome<Boolean> light(DeviceKind beside, Lamp lamp, Deadline deadline);

    /** What is sensed. */
    enum Sense {
        /** Somebody stands before the terminal. */
        PRESENCE,
        /** The housing's door is open. */
        DOOR,
        /** It was shaken, tilted or forced. */
        TAMPER,
        /** It runs on its battery. */
        ON_BATTERY,
        /** The battery will not last long. */
        BATTERY_LOW,
        /** Headphones are plugged in. */
        HEADPHONES,
        /** The call button is pressed. */
        CALL_BUTTON
    }

    /** How a sense stands. */
    enum Reading {
        /** So it is. */
        YES,
        /** It is not so. */
        NO,
        /** Not heard, or not for too long: never taken for NO. */
        UNKNOWN
    }

    /** A lamp beside a device. */
    enum Lamp {
        /** Dark. */
        OFF,
        /** Here, now: blinks slowly. */
        GUIDE,
        /** Something waits to be taken. */
        TAKE,
        /** Out of order. */
        FAULT
    }

    /** Is told of a sense. */
    @FunctionalInterface
    interface SenseListener {
        /** This is now so. */
        void sensed(Sense sense, Reading reading);
    }
}
