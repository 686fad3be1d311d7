package banyan.device;

import java.util.Set;

/**
 * A camera that looks down on a tray where a page is laid (高拍仪): a live picture of low resolution, and stills of high
 * resolution on demand.
 */
public non-sealed interface DocumentCamera extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.LIVE_PICTURE, Capability.STILL);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.DOCUMENT_CAMERA;
    }

    /**
     * Begins the live picture, in place of an earlier one. Frames come from the device's thread; a listener that is slow misses
     * frames, none are queued. The live picture ends with {@link LiveView#close}, or by a fault told to the listener.
     */
    Outcome<LiveView> live(FrameListener listener, Deadline deadline);

    /**
     * Takes a still. Its JPEG bytes are given as the camera made them, at most {@value #MAX_STILL_BYTES} bytes; nothing is
     * decoded here.
     */
    Outcome<Still> still(Deadline deadline);

    /** A still larger than this is refused. */
    int MAX_STILL_BYTES = 25_000_000;

    /** A running live picture. */
    interface LiveView extends AutoCloseable {
        /** Ends it within 1 s. Idempotent. */
        @Override
        void close();
    }

    /** Receives the live picture. */
    interface FrameListener {
        /** A frame; valid as long as the listener keeps it. */
        void frame(Frame frame);

        /** The live picture stopped by this fault; no more frames come. */
        void stopped(Fault fault);
    }

    /**
     * One frame of the live picture.
     *
     * @param argb pixels row by row, alpha always 255; never changed after it was handed over
     */
    record Frame(int width, int height, int[] argb) {
        @Override
        public String toString() {
            return "Frame[" + width + "x" + height + "]";
        }
    }

    /**
     * A still.
     *
     * @param jpeg the camera's own JPEG bytes
     */
    record Still(byte[] jpeg) {
        @Override
        public String toString() {
            return "Still[" + jpeg.length + " bytes]";
        }
    }
}
