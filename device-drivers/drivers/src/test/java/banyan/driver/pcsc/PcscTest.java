package banyan.driver.pcsc;

import banyan.conformance.SmartCardRig;
import banyan.conformance.SmartCardTerminalContract;
import banyan.kit.rig.SmartCardTwin;

/** The driver with its library in this process, against pcscd and the card's twin. */
class PcscTest extends SmartCardTerminalContract {
    @Override
    protected SmartCardRig newRig() {
        return new SmartCardTwin(new PcscDriver(), false);
    }
}
