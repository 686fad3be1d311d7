package banyan.conformance;

/** Hears what passes over a line, as driver and device sent it. */
@FunctionalInterface
public interface Tap {
    /** Nobody listens. */
    Tap NONE = (_, _) -> {};

    /** Bytes passed, at this moment. */
    void passed(Direction direction, byte[] bytes);

    /** The same, where driver and device may be connected more than once at a time: over which of these, counted from 1. */
    default void passed(int connection, Direction direction, byte[] bytes) {
        passed(direction, bytes);
    }

    /** Which way bytes go. */
    enum Direction {
        /** From the driver. */
        TO_DEVICE,
        /** From the device. */
        TO_DRIVER
    }
}
