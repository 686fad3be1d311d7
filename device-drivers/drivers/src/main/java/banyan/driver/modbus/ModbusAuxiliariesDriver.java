package banyan.driver.modbus;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.List;
import java.util.Set;

/** The driver {@code modbus-auxiliaries}. */
public final class ModbusAuxiliariesDriver implements DeviceDriver {
    /** For the service loader. */
    public ModbusAuxiliariesDriver() {}

    @Override
    public String model() {
        return "modbus-auxiliaries";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.AUXILIARIES;
    }

    @Override
    public Set<String> settings() {
        return AuxiliariesSettings.names();
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        return AuxiliariesSettings.mistakes(settings);
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new ModbusAuxiliaries(settings);
    }
}
