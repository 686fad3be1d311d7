package banyan.device;

import java.util.Set;

/** A pad that records the pen's way with time and pressure. */
public non-sealed interface SignaturePad extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.INK);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.SIGNATURE_PAD;
    }

    /**
     * Begins to receive ink, in place of an earlier capture. Points come from the device's thread in order, each within 50 ms of
     * the pen's movement.
     */
    Outcome<Capture> capture(InkListener listener, Deadline deadline);

    /** A running capture. */
    interface Capture extends AutoCloseable {
        /** Width of the writing area divided by its height. */
        double aspect();

        /** Clears the pad's own display, where it has one. */
        void clear();

        /** Ends the capture within 1 s. Idempotent. */
        @Override
        void close();
    }

    /** Receives the ink. */
    interface InkListener {
        /** The pen is here. */
        void point(PenPoint point);

        /** The capture stopped by this fault; the ink so far is what it is. */
        void stopped(Fault fault);
    }

    /**
     * Where the pen is.
     *
     * @param x from the left edge of the writing area, 0 to 1
     * @param y from its upper edge, 0 to 1
     * @param pressure 0 (hovering) to 1
     * @param touching whether it writes; the first point that does not ends a stroke
     * @param nanos when, in the scale of {@link System#nanoTime()}
     */
    record PenPoint(double x, double y, double pressure, boolean touching, long nanos) {
        /** Without the place: a signature is personal. */
        @Override
        public String toString() {
            return "PenPoint[]";
        }
    }
}
