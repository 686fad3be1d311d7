package banyan.device;

import java.util.Set;

/** A pad that takes the picture of a fingertip. It keeps nothing and compares nothing: that is the terminal's own work. */
public non-sealed interface FingerprintPad extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.CAPTURE_FINGER);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.FINGERPRINT_PAD;
    }

    /**
     * Waits for a finger and takes its picture.
     *
     * <p>Faults: {@code FINGER-ABSENT} none came; {@code FINGER-MOVED}; {@code FINGER-POOR} too dry, wet, or partial: lay it again.
     */
    Outcome<FingerImage> capture(Deadline deadline);

    /** Waits until no finger lies there: done with {@code false} when one still does at the deadline. */
    Outcome<Boolean> awaitLifted(Deadline deadline);

    /**
     * A fingertip.
     *
     * @param resolution dots an inch
     * @param grey a byte a point, row by row from the upper left; 0 is a ridge
     */
    record FingerImage(int width, int height, int resolution, byte[] grey) {
        @Override
        public String toString() {
            return "FingerImage[" + width + "x" + height + "]";
        }
    }
}
