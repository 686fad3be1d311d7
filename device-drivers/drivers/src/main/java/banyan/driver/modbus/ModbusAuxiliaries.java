package banyan.driver.modbus;

import banyan.device.Auxiliaries;
import banyan.device.Deadline;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import java.util.Map;

/** Senses and lamps behind a Modbus board. */
final class ModbusAuxiliaries extends DrivenDevice<AuxiliariesWire> implements Auxiliaries {
    ModbusAuxiliaries(DeviceSettings settings) {
        super(settings.id(), new AuxiliariesWire(AuxiliariesSettings.of(settings)));
    }

    @Override
    public Map<Sense, Reading> readings() {
        return wire().readings();
    }

    @Override
    public void listen(SenseListener listener) {
        wire().listen(listener);
    }

    @Override
    public Outcome<Boolean> light(DeviceKind beside, Lamp lamp, Deadline deadline) {
        return thread().run(deadline, turn -> wire().light(turn, beside, lamp));
    }
}
