package banyan.driver.escpos;

import banyan.conformance.ReceiptPrinterContract;
import banyan.conformance.ReceiptPrinterRig;
import banyan.kit.rig.ReceiptPrinterTwin;

/** The driver on a TCP connection, confirmed by the receipt's number, against the simulator's twin. */
class EscPosTcpTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterRig newRig() {
        return ReceiptPrinterTwin.tcp(new EscPosTcpDriver());
    }
}
