package banyan.driver.rig;

import banyan.conformance.DisturbedLine;
import banyan.conformance.Rig;
import banyan.conformance.Tap;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.kit.rig.Everything;
import banyan.kit.wire.Relays;
import java.util.HashMap;
import java.util.Map;

/** A hand at what hangs on pymodbus. */
abstract class PymodbusRig implements Rig {
    private final Pymodbus peer;
    private final DeviceDriver driver;
    private final DeviceSettings settings;
    private final Everything log = new Everything();

    PymodbusRig(Pymodbus peer, DeviceDriver driver, String id, Map<String, String> wiring) {
        this.peer = peer;
        this.driver = driver;
        Map<String, String> values = new HashMap<>(wiring);
        if (peer.address().startsWith("/")) {
            values.put("port", peer.address());
            values.put("baud", "19200");
        } else {
            values.put("url", "modbus://" + peer.address());
        }
        this.settings = new DeviceSettings(id, values);
    }

    final Pymodbus peer() {
        return peer;
    }

    @Override
    public final DeviceDriver driver() {
        return driver;
    }

    @Override
    public final DeviceSettings settings() {
        return settings;
    }

    @Override
    public final void unplug() {
        peer.say("unplug");
    }

    @Override
    public final void plug() {
        peer.say("plug");
    }

    @Override
    public final void fallSilent() {
        peer.say("silent");
    }

    @Override
    public final void heal() {
        peer.say("heal");
    }

    @Override
    public final DisturbedLine disturbedLine(Tap tap) {
        return Relays.to(settings, tap);
    }

    /** From now on the cable is a bad one. */
    public final void makeNoise() {
        peer.say("noisy");
    }

    @Override
    public final String logged() {
        return log.text();
    }

    @Override
    public final void close() {
        log.close();
        peer.close();
    }
}
