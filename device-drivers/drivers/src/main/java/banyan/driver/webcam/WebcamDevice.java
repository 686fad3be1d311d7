package banyan.driver.webcam;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.DocumentCamera;
import banyan.device.Outcome;
import java.util.Set;

/** A document camera, whichever way it is connected. */
final class WebcamDevice implements DocumentCamera {
    private final DeviceThread thread;
    private final CameraWire wire;
    private final Set<Capability> capabilities;

    WebcamDevice(String id, CameraWire wire, Set<Capability> capabilities) {
        this.thread = new DeviceThread(id, wire);
        this.wire = wire;
        this.capabilities = capabilities;
    }

    @Override
    public String id() {
        return thread.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public DeviceState state() {
        return thread.state();
    }

    @Override
    public void start(StateListener listener) {
        thread.start(listener);
    }

    @Override
    public Outcome<LiveView> live(FrameListener listener, Deadline deadline) {
        return thread.run(deadline, turn -> wire.live(turn, listener)).map(view -> view);
    }

    @Override
    public Outcome<Still> still(Deadline deadline) {
        return thread.run(deadline, wire::still);
    }

    @Override
    public Outcome<DeviceState> reset(Deadline deadline) {
        return thread.reset(deadline);
    }

    @Override
    public void forget() {
        thread.forget();
    }

    @Override
    public void close() {
        thread.close();
    }
}
