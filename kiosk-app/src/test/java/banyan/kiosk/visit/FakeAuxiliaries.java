package banyan.kiosk.visit;

import banyan.device.Auxiliaries;
import banyan.device.Deadline;
import banyan.device.DeviceKind;
import banyan.device.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lamps that are remembered; the senses are said to the visit itself. */
final class FakeAuxiliaries extends FakeDevice implements Auxiliaries {
    final List<String> lit = new ArrayList<>();

    @Override
    public String id() {
        return "auxiliaries";
    }

    @Override
    public Map<Sense, Reading> readings() {
        return Map.of();
    }

    @Override
    public void listen(SenseListener listener) {}

    @Override
    public Outcome<Boolean> light(DeviceKind beside, Lamp lamp, Deadline deadline) {
        lit.add(beside + " " + lamp);
        return Outcome.done(true);
    }
}
