package banyan.driver.modbus;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.List;
import java.util.Set;

/** The driver {@code modbus-cabinet}. */
public final class ModbusCabinetDriver implements DeviceDriver {
    /** For the service loader. */
    public ModbusCabinetDriver() {}

    @Override
    public String model() {
        return "modbus-cabinet";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_CABINET;
    }

    @Override
    public Set<String> settings() {
        return CabinetSettings.names();
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        return CabinetSettings.mistakes(settings);
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new ModbusCabinet(settings);
    }
}
