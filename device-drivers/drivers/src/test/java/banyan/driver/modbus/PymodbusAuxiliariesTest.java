package banyan.driver.modbus;

import banyan.conformance.AuxiliariesContract;
import banyan.conformance.AuxiliariesRig;
import banyan.driver.rig.PymodbusAuxiliaries;

/** The auxiliaries' driver against a slave that others wrote, over TCP. */
class PymodbusAuxiliariesTest extends AuxiliariesContract {
    @Override
    protected AuxiliariesRig newRig() {
        return new PymodbusAuxiliaries(new ModbusAuxiliariesDriver());
    }
}
