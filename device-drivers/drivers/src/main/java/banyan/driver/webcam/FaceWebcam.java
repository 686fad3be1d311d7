package banyan.driver.webcam;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.DocumentCamera.Still;
import banyan.device.DrivenDevice;
import banyan.device.FaceCamera;
import banyan.device.Outcome;
import java.util.Set;

/** A camera that looks at a person, whichever way it is connected. */
final class FaceWebcam extends DrivenDevice<CameraWire> implements FaceCamera {
    private final Set<Capability> capabilities;

    FaceWebcam(String id, CameraWire wire, Set<Capability> capabilities) {
        super(id, wire);
        this.capabilities = capabilities;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Outcome<LiveView> live(FrameListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().live(turn, listener)).map(view -> view);
    }

    @Override
    public Outcome<Still> still(Deadline deadline) {
        return thread().run(deadline, wire()::still);
    }
}
