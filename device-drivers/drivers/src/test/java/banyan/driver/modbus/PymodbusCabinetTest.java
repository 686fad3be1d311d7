package banyan.driver.modbus;

import banyan.conformance.CabinetRig;
import banyan.conformance.DocumentCabinetContract;
import banyan.driver.rig.PymodbusCabinet;

/** The cabinet's driver against a slave that others wrote, on a serial line. */
class PymodbusCabinetTest extends DocumentCabinetContract {
    @Override
    protected CabinetRig newRig() {
        return new PymodbusCabinet(new ModbusCabinetDriver());
    }
}
