package banyan.driver.samv;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import java.util.Set;

/** A card reader with a SAM-V module: find, select, read. */
final class SamVReader extends DrivenDevice<ModuleWire> implements IdCardReader {
    SamVReader(String id, ModuleLine.Opening opening) {
        super(id, new ModuleWire(opening));
    }

    @Override
    public Outcome<Boolean> awaitCard(Deadline deadline) {
        return thread().run(deadline, wire()::awaitCard);
    }

    @Override
    public Outcome<IdCard> read(Deadline deadline) {
        return thread().run(deadline, wire()::read);
    }

    @Override
    public Outcome<IdCard> readWithFingerprints(Deadline deadline) {
        return thread().run(deadline, wire()::readWithFingerprints);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FIND_CARD, Capability.READ_CARD, Capability.READ_CARD_FINGERPRINTS);
    }
}
