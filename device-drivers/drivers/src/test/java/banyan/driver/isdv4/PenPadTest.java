package banyan.driver.isdv4;

import banyan.conformance.PadRig;
import banyan.conformance.SignaturePadContract;
import banyan.kit.rig.SignaturePadTwin;

/** The pad's driver against the simulator's twin. */
class PenPadTest extends SignaturePadContract {
    @Override
    protected PadRig newRig() {
        return new SignaturePadTwin(new Isdv4Driver());
    }
}
