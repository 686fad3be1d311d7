package banyan.conformance;

import banyan.device.Deadline;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.DocumentCamera.Still;
import banyan.device.FaceCamera;
import banyan.device.Outcome;

/** What every face camera promises. */
public abstract class FaceCameraContract extends CameraContract<FaceCamera> {
    @Override
    protected final Class<FaceCamera> type() {
        return FaceCamera.class;
    }

    @Override
    final Outcome<LiveView> live(FaceCamera camera, FrameListener listener, Deadline deadline) {
        return camera.live(listener, deadline);
    }

    @Override
    final Outcome<Still> still(FaceCamera camera, Deadline deadline) {
        return camera.still(deadline);
    }
}
