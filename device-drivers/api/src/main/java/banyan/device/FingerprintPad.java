package banyan.device;

import java.util.Arrays;
import java.util.Set;

/**
 * A pad that takes the picture of a fingertip. It keeps nothing and compares nothing: that is the terminal's own work, and no
 * template is ever stored in the pad.
 */
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
     * Waits for a finger and takes its picture, whichever finger lies there: between two pictures {@link #awaitLifted} says that it
     * was lifted.
     *
     * <p>Faults: {@code FINGER-ABSENT} none came; {@code FINGER-MOVED} it did not lie still; {@code FINGER-POOR} too dry, wet or
     * partial to be compared: lay it again. All three ask the citizen.
     */
    Outcome<FingerImage> capture(Deadline deadline);

    /** Waits until no finger lies there: done with {@code false} when one still does at the deadline. */
    Outcome<Boolean> awaitLifted(Deadline deadline);

    /**
     * A fingertip, as ISO/IEC 19794-4 has it. Personal data, and the caller's own: {@link #forget} overwrites it.
     *
     * @param width points a row, {@value #LEAST_SIDE} to {@value #MOST_SIDE}
     * @param height rows, within the same bounds
     * @param resolution dots an inch
     * @param grey a byte a point, row by row from the upper left; 0 is a ridge, 255 the empty pad
     */
    record FingerImage(int width, int height, int resolution, byte[] grey) {
        /** No pad worth comparing shows less. */
        public static final int LEAST_SIDE = 96;

        /** No pad for a single finger shows more. */
        public static final int MOST_SIDE = 1024;

        public FingerImage {
            if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
                throw new IllegalArgumentException("not the size of a fingertip");
            }
            if (grey.length != width * height) {
                throw new IllegalArgumentException("not a byte a point");
            }
        }

        /** Overwrites the picture. */
        public void forget() {
            Arrays.fill(grey, (byte) 0);
        }

        @Override
        public String toString() {
            return "FingerImage[" + width + "x" + height + "]";
        }
    }
}
