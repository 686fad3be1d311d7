package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import banyan.server.wire.Json;
import java.util.List;

/** How the devices of one terminal stand, as they lie in its row. */
public record Devices(List<DeviceStanding> all) {
    /** What this terminal uses up, as it lies there too. */
    public record Supplies(List<SupplyStanding> all) {}

    static List<DeviceStanding> read(byte[] json) {
        return Json.read(json, Devices.class).orElseThrow(() -> new IllegalStateException("devices that cannot be read")).all();
    }
}
