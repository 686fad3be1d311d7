package banyan.driver.ipp;

import banyan.conformance.PrinterContract;
import banyan.conformance.PrinterRig;
import banyan.kit.rig.PrinterTwin;

/** The printer's driver against the simulator's twin. */
class IppPrinterTest extends PrinterContract {
    @Override
    protected PrinterRig newRig() {
        return new PrinterTwin(new IppDriver());
    }
}
