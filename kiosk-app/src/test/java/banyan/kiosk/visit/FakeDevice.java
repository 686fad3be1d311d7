package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Supply;
import java.util.List;

/** What a visit's test never asks of its devices. */
abstract class FakeDevice {
    int forgotten;
    int examined;

    public DeviceState state() {
        return DeviceState.ready();
    }

    public Nameplate nameplate() {
        return Nameplate.BLANK;
    }

    public List<Supply> supplies() {
        return List.of();
    }

    public void start(Device.StateListener listener) {}

    public Outcome<DeviceState> examine(Depth depth, Deadline deadline) {
        examined++;
        return Outcome.done(state());
    }

    public Outcome<DeviceState> reset(Deadline deadline) {
        return Outcome.done(state());
    }

    public void forget() {
        forgotten++;
    }

    public void close() {}
}
