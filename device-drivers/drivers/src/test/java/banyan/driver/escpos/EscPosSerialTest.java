package banyan.driver.escpos;

import banyan.conformance.ReceiptPrinterContract;
import banyan.conformance.ReceiptPrinterRig;
import banyan.kit.rig.ReceiptPrinterTwin;

/** The driver on a serial line, confirmed by the paper sensor, against the simulator's twin. */
class EscPosSerialTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterRig newRig() {
        return ReceiptPrinterTwin.serial(new EscPosSerialDriver());
    }
}
