package banyan.driver.codescanner;

import banyan.conformance.CodeRig;
import banyan.conformance.CodeScannerContract;
import banyan.kit.rig.CodeScannerTwin;

/** The serial scanner's driver against the simulator's twin. */
class SerialScannerTest extends CodeScannerContract {
    @Override
    protected CodeRig newRig() {
        return CodeScannerTwin.asked(new SerialScannerDriver());
    }
}
