package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import java.util.List;

/** How the devices of one terminal stand, as they lie in its row. */
public record Devices(List<DeviceStanding> all) {}
