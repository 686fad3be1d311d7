package banyan.driver.escl;

import banyan.conformance.ScannerContract;
import banyan.conformance.ScannerRig;
import banyan.kit.rig.ScannerTwin;

/** The eSCL driver against the simulator's twin. */
class EsclScannerTest extends ScannerContract {
    @Override
    protected ScannerRig newRig() {
        return new ScannerTwin(new EsclDriver());
    }
}
