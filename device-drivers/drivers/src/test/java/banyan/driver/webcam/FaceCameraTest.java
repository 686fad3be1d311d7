package banyan.driver.webcam;

import banyan.conformance.CameraRig;
import banyan.conformance.FaceCameraContract;
import banyan.kit.rig.FaceCameraTwin;

/** The face camera's driver against the simulator's twin. */
class FaceCameraTest extends FaceCameraContract {
    @Override
    protected CameraRig newRig() {
        return new FaceCameraTwin(new MjpegFaceDriver());
    }
}
