package banyan.kiosk.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How this terminal's devices stand, in the words of the wire, and since when, as far as was looked. For one thread. */
final class DeviceWatch {
    private final List<Device> devices;
    private final Map<String, DeviceStanding> before = new HashMap<>();

    DeviceWatch(List<Device> devices) {
        this.devices = List.copyOf(devices);
    }

    List<DeviceStanding> look(Instant now) {
        return devices.stream().map(device -> look(device, now)).toList();
    }

    private DeviceStanding look(Device device, Instant now) {
        DeviceStanding fresh = standing(device.id(), Words.of(device.kind().name()), device.state(), now);
        DeviceStanding told = Optional.ofNullable(before.get(device.id()))
                .filter(was -> was.state() == fresh.state() && was.fault().equals(fresh.fault()))
                .map(was -> new DeviceStanding(
                        fresh.name(), fresh.kind(), fresh.state(), fresh.fault(), fresh.warnings(), was.since()))
                .orElse(fresh);
        before.put(device.id(), told);
        return told;
    }

    static DeviceStanding standing(String id, String kind, DeviceState state, Instant now) {
        return switch (state) {
            case DeviceState.Absent(var fault) -> new DeviceStanding(id, kind, DeviceWord.ABSENT, code(fault), List.of(), now);
            case DeviceState.Opening() -> plain(id, kind, DeviceWord.OPENING, now);
            case DeviceState.Ready(var warnings) ->
                new DeviceStanding(
                        id, kind, DeviceWord.READY, Optional.empty(), warnings.stream().map(Words::of).sorted().toList(), now);
            case DeviceState.Busy() -> plain(id, kind, DeviceWord.BUSY, now);
            case DeviceState.NeedsHelp(var fault) ->
                new DeviceStanding(id, kind, DeviceWord.NEEDS_HELP, code(fault), List.of(), now);
            case DeviceState.Unknown(var since, var why) ->
                new DeviceStanding(id, kind, DeviceWord.UNKNOWN, why.flatMap(DeviceWatch::code), List.of(), since);
            case DeviceState.Closed() -> plain(id, kind, DeviceWord.CLOSED, now);
        };
    }

    private static DeviceStanding plain(String id, String kind, DeviceWord word, Instant now) {
        return new DeviceStanding(id, kind, word, Optional.empty(), List.of(), now);
    }

    private static Optional<String> code(Fault fault) {
        return Optional.of(Words.of(fault.code()));
    }
}
