package banyan.driver.codescanner;

import banyan.conformance.CodeRig;
import banyan.conformance.CodeScannerContract;
import banyan.kit.rig.HidCodeScannerTwin;

/** The HID scanner's driver against the simulator's twin, over USB/IP. */
class HidScannerTest extends CodeScannerContract {
    @Override
    protected CodeRig newRig() {
        return new HidCodeScannerTwin(new HidScannerDriver());
    }
}
