package banyan.driver.modbus;

import banyan.conformance.CabinetRig;
import banyan.conformance.DocumentCabinetContract;
import banyan.kit.rig.DocumentCabinetTwin;

/** The cabinet's driver against the simulator's twin. */
class ModbusCabinetTest extends DocumentCabinetContract {
    @Override
    protected CabinetRig newRig() {
        return new DocumentCabinetTwin(new ModbusCabinetDriver());
    }
}
