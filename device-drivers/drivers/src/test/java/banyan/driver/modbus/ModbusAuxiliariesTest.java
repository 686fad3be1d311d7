package banyan.driver.modbus;

import banyan.conformance.AuxiliariesContract;
import banyan.conformance.AuxiliariesRig;
import banyan.kit.rig.AuxiliariesTwin;

/** The auxiliaries' driver against the simulator's twin. */
class ModbusAuxiliariesTest extends AuxiliariesContract {
    @Override
    protected AuxiliariesRig newRig() {
        return new AuxiliariesTwin(new ModbusAuxiliariesDriver());
    }
}
