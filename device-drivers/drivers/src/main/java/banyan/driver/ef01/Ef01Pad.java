package banyan.driver.ef01;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.FingerprintPad;
import banyan.device.Outcome;

/** A fingerprint pad with an EF 01 module. */
final class Ef01Pad extends DrivenDevice<PadWire> implements FingerprintPad {
    Ef01Pad(DeviceSettings settings) {
        super(
                settings.id(),
                new PadWire(
                        settings.get("port", ""),
                        Integer.parseInt(settings.get("baud", Ef01Driver.BAUD)),
                        new PadWire.Glass(
                                Integer.parseInt(settings.get("width", Ef01Driver.WIDTH)),
                                Integer.parseInt(settings.get("height", Ef01Driver.HEIGHT)),
                                Integer.parseInt(settings.get("resolution", Ef01Driver.RESOLUTION)))));
    }

    @Override
    public Outcome<FingerImage> capture(Deadline deadline) {
        return thread().run(deadline, wire()::capture);
    }

    @Override
    public Outcome<Boolean> awaitLifted(Deadline deadline) {
        return thread().run(deadline, wire()::awaitLifted);
    }
}
