package banyan.driver.samv;

import banyan.conformance.CardReaderRig;
import banyan.conformance.IdCardReaderContract;
import banyan.kit.rig.CardReaderTwin;

/** The reader's driver against the simulator's twin on USB, over USB/IP. */
class SamVUsbTest extends IdCardReaderContract {
    @Override
    protected CardReaderRig newRig() {
        return CardReaderTwin.onUsb(new SamVUsbDriver());
    }
}
