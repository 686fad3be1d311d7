package banyan.driver.webcam;

import banyan.conformance.CameraRig;
import banyan.conformance.DocumentCameraContract;
import banyan.kit.rig.CameraTwin;

/** The camera's driver against the simulator's twin. */
class MjpegCameraTest extends DocumentCameraContract {
    @Override
    protected CameraRig newRig() {
        return new CameraTwin(new MjpegDriver());
    }
}
