package banyan.conformance;

/** Hears what passes over a line, as driver and device sent it. */
@FunctionalInterface
public interface Tap {
    /** Nobody listens. */
    Tap NONE = (_, _) -> {};

    /** Bytes passed, at this moment. */
    void passed(Direction direction, byte[] bytes);

    /** Which way bytes go. */
    enum Direction {
        /** From the driver. */
        TO_DEVICE,
        /** From the device. */
        TO_DRIVER
    }
}
