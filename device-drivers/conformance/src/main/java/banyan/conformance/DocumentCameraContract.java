package banyan.conformance;

import banyan.device.Deadline;
import banyan.device.DocumentCamera;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.DocumentCamera.Still;
import banyan.device.Outcome;

/** What every document camera promises. */
public abstract class DocumentCameraContract extends CameraContract<DocumentCamera> {
    @Override
    protected final Class<DocumentCamera> type() {
        return DocumentCamera.class;
    }

    @Override
    final Outcome<LiveView> live(DocumentCamera camera, FrameListener listener, Deadline deadline) {
        return camera.live(listener, deadline);
    }

    @Override
    final Outcome<Still> still(DocumentCamera camera, Deadline deadline) {
        return camera.still(deadline);
    }
}
