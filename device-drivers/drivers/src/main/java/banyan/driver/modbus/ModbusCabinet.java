package banyan.driver.modbus;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DocumentCabinet;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import java.util.List;

/** A cabinet behind a Modbus board. */
final class ModbusCabinet extends DrivenDevice<CabinetWire> implements DocumentCabinet {
    private final int doors;

    ModbusCabinet(DeviceSettings settings) {
        this(settings.id(), CabinetSettings.of(settings));
    }

    private ModbusCabinet(String id, CabinetSettings settings) {
        super(id, new CabinetWire(settings));
        doors = settings.doors();
    }

    @Override
    public int doors() {
        return doors;
    }

    @Override
    public Outcome<DoorState> open(int door, Deadline deadline) {
        return thread().run(deadline, turn -> wire().open(turn, door));
    }

    @Override
    public Outcome<DoorState> awaitClosed(int door, Deadline deadline) {
        return thread().run(deadline, turn -> wire().awaitClosed(turn, door));
    }

    @Override
    public List<DoorState> states() {
        return wire().states();
    }
}
