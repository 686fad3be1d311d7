package banyan.device;

import java.util.Set;

/** A camera that looks at the person before the terminal; the same pictures as a {@link DocumentCamera}, of a face. */
public non-sealed interface FaceCamera extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.LIVE_PICTURE, Capability.STILL);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.FACE_CAMERA;
    }

    /** As {@link DocumentCamera#live}. */
    Outcome<DocumentCamera.LiveView> live(DocumentCamera.FrameListener listener, Deadline deadline);

    /** As {@link DocumentCamera#still}. */
    Outcome<DocumentCamera.Still> still(Deadline deadline);
}
