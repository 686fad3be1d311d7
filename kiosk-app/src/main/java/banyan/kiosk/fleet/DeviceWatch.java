package banyan.kiosk.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Left;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Supply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How this terminal's devices stand, in the words of the wire, and since when, as far as was looked. For one thread. */
final class DeviceWatch {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");

    private final List<Device> devices;
    private final Map<String, DeviceStanding> before = new HashMap<>();

    DeviceWatch(List<Device> devices) {
        this.devices = List.copyOf(devices);
    }

    List<DeviceStanding> look(Instant now) {
        return devices.stream().map(device -> look(device, now)).toList();
    }

    /** Of what all of them use up, how much is left. A name of another form than the wire's is the device's business and is not told. */
    List<SupplyStanding> supplies() {
        return devices.stream()
                .flatMap(device -> device.supplies().stream()
                        .filter(supply -> NAME.matcher(supply.name()).matches())
                        .map(supply -> standing(device.id(), supply)))
                .limit(TerminalHeartbeat.MOST_SUPPLIES)
                .toList();
    }

    private static SupplyStanding standing(String device, Supply supply) {
        Left left = switch (supply.level()) {
            case Supply.Level.Percent _ -> Left.PERCENT;
            case Supply.Level.Pieces _ -> Left.PIECES;
            case Supply.Level.Enough _ -> Left.ENOUGH;
            case Supply.Level.Low _ -> Left.LOW;
            case Supply.Level.Out _ -> Left.OUT;
            case Supply.Level.Unknown _ -> Left.UNKNOWN;
        };
        OptionalInt count = left == Left.OUT ? OptionalInt.empty() : supply.level().counted();
        return new SupplyStanding(
                device,
                supply.name(),
                Words.of(supply.kind().name()),
                left,
                count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty());
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
