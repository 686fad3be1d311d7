package banyan.kit.rig;

import banyan.conformance.CameraRig;
import banyan.device.DeviceDriver;
import java.util.Map;

/** A hand at the face camera's twin. */
public final class FaceCameraTwin extends TwinRig implements CameraRig {
    public FaceCameraTwin(DeviceDriver driver) {
        super(
                "face-camera",
                driver,
                Map.of(
                        "url",
                        SIMULATOR.faceCameraLiveUri().toString(),
                        "still-url",
                        SIMULATOR.faceCameraStillUri().toString()));
    }

    @Override
    public void show() {
        act("person");
    }

    @Override
    public void takeAway() {
        act("nobody");
    }

    @Override
    public void freeze() {
        act("freeze");
    }
}
