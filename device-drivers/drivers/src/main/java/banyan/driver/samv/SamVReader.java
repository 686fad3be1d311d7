package banyan.driver.samv;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;

/** A card reader with a SAM-V module: find, select, read. */
final class SamVReader extends DrivenDevice<ModuleWire> implements IdCardReader {
    SamVReader(DeviceSettings settings) {
        super(
                settings.id(),
                new ModuleWire(settings.get("port", ""), Integer.parseInt(settings.get("baud", SamVDriver.BAUD))));
    }

    @Override
    public Outcome<Boolean> awaitCard(Deadline deadline) {
        return thread().run(deadline, wire()::awaitCard);
    }

    @Override
    public Outcome<IdCard> read(Deadline deadline) {
        return thread().run(deadline, wire()::read);
    }
}
