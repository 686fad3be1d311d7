package banyan.kiosk.upkeep;

import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.FaultRow.Reader;
import banyan.device.FaultTable;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Supply;
import banyan.device.Told;
import banyan.device.Tongue;
import banyan.kiosk.config.KioskConfig.DeviceEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One device of the site: its port, then itself, asked at two depths. It is opened for that, and closed again. */
final class DeviceCheck {
    private static final Duration OPENING = Duration.ofSeconds(6);
    private static final Duration ASKING = Duration.ofSeconds(4);

    private DeviceCheck() {}

    static Finding of(DeviceEntry entry, DeviceDriver driver, FaultTable table) {
        Device device = driver.create(entry.settings());
        Optional<Finding> port = port(entry);
        if (port.isPresent()) {
            return port.get();
        }
        var settled = new CountDownLatch(1);
        try (device) {
            device.start((_, state) -> {
                if (!(state instanceof DeviceState.Opening)) {
                    settled.countDown();
                }
            });
            boolean _ = settled.await(OPENING.toMillis(), TimeUnit.MILLISECONDS);
            Finding finding = asked(device, table);
            Map<String, String> misfits = driver.misfits(entry.settings(), device);
            return misfits.isEmpty() ? finding : misfit(entry, misfits);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Finding.unknown(entry.settings().id(), "the examination was stopped", "examine it again");
        }
    }

    /** By what driver and machine say, then by the device's own word. */
    private static Finding asked(Device device, FaultTable table) {
        return switch (device.examine(Depth.INTERNAL, Deadline.in(ASKING))) {
            case Outcome.Failed<DeviceState>(var fault) -> faulty(device, fault, table);
            case Outcome.Done<DeviceState> _ ->
                switch (device.examine(Depth.EXTERNAL, Deadline.in(ASKING))) {
                    case Outcome.Failed<DeviceState>(var fault) -> faulty(device, fault, table);
                    case Outcome.Done<DeviceState>(var state) -> found(device, state, table);
                };
        };
    }

    /** A setting that the device itself contradicts is a mistake of the configuration, named with its line. */
    private static Finding misfit(DeviceEntry entry, Map<String, String> misfits) {
        return Finding.wrong(
                entry.settings().id(),
                misfits.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> "%s: `%s`: %s"
                                .formatted(
                                        entry.places().getOrDefault(one.getKey(), "the configuration"),
                                        one.getKey(),
                                        one.getValue()))
                        .collect(Collectors.joining("; ")),
                "correct this line: name what the device has");
    }

    /** A serial port that is not there, or not ours, is named with the command that helps; a driver could only say that it failed. */
    private static Optional<Finding> port(DeviceEntry entry) {
        String name = entry.settings().get("port", "");
        if (name.isEmpty() || !name.startsWith("/")) {
            return Optional.empty();
        }
        String id = entry.settings().id();
        Path port = Path.of(name);
        if (!Files.exists(port)) {
            return Optional.of(Finding.wrong(
                    id,
                    "its port %s is not there".formatted(port),
                    "plug it in; see which ports there are: ls -l /dev/serial/by-id; then set `port` of `%s`".formatted(id)));
        }
        if (!Files.isReadable(port) || !Files.isWritable(port)) {
            String group = MachineCheck.owner(port).orElse("dialout");
            return Optional.of(Finding.wrong(
                    id,
                    "its port %s may not be opened by this user".formatted(port),
                    "sudo usermod -aG %s %s, then sign in again".formatted(group, System.getProperty("user.name", "$USER"))));
        }
        return Optional.empty();
    }

    private static Finding faulty(Device device, Fault fault, FaultTable table) {
        Told told = table.told(device.kind(), fault, Reader.STAFF, Tongue.EN);
        return Finding.wrong(device.id(), told.what() + " (" + fault.code() + ")", told.then());
    }

    private static Finding found(Device device, DeviceState state, FaultTable table) {
        List<Told> told = table.told(device.kind(), state, Reader.STAFF, Tongue.EN);
        String what = told.stream().map(Told::what).collect(Collectors.joining(" "));
        String then = told.stream().map(Told::then).collect(Collectors.joining(" "));
        return switch (state) {
            case DeviceState.Ready(var warnings) when warnings.isEmpty() ->
                Finding.well(
                        device.id(),
                        what + plate(device.nameplate()) + supplies(device.supplies()) + parts(device.parts()));
            case DeviceState.Ready(var warnings) ->
                Finding.soon(device.id(), "%s %s%s%s".formatted(what, warnings, supplies(device.supplies()), parts(device.parts())), then);
            case DeviceState.Busy _ -> Finding.well(device.id(), what + plate(device.nameplate()));
            case DeviceState.Absent(var fault) -> Finding.wrong(device.id(), "%s (%s)".formatted(what, fault.code()), then);
            case DeviceState.NeedsHelp(var fault) ->
                Finding.wrong(device.id(), "%s (%s)%s".formatted(what, fault.code(), parts(device.parts())), then);
            case DeviceState.Unknown(_, var why) ->
                Finding.unknown(device.id(), what + why.map(fault -> " (" + fault.code() + ")").orElse(""), then);
            case DeviceState.Opening _, DeviceState.Closed _ ->
                Finding.unknown(device.id(), what, then);
        };
    }

    private static String plate(Nameplate plate) {
        String words = Stream.of(
                        plate.maker(),
                        plate.model(),
                        plate.serialNumber().map("no. "::concat),
                        plate.firmware().map("firmware "::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " " + words + ".";
    }

    private static String supplies(List<Supply> supplies) {
        var words = new ArrayList<String>();
        for (Supply supply : supplies) {
            words.add(supply.name() + " "
                    + switch (supply.level()) {
                        case Supply.Level.Percent(int value) -> value + " %";
                        case Supply.Level.Pieces(int value) -> value + "";
                        case Supply.Level.Enough _ -> "enough";
                        case Supply.Level.Low _ -> "low";
                        case Supply.Level.Out _ -> "used up";
                        case Supply.Level.Unknown _ -> "not known";
                    });
        }
        return words.isEmpty() ? "" : " Left: " + String.join(", ", words) + ".";
    }

    /** Those of which there is something to say; a required one that is broken is why the device cannot be used. */
    private static String parts(List<DevicePart> parts) {
        var words = new ArrayList<String>();
        for (DevicePart part : parts) {
            switch (part.standing()) {
                case DevicePart.Standing.Usable _ -> {}
                case DevicePart.Standing.Broken(var fault) ->
                    words.add("%s (%s) cannot be used: %s"
                            .formatted(part.name(), part.required() ? "required" : "optional", fault.code()));
                case DevicePart.Standing.Unknown _ -> words.add(part.name() + " is not known");
                case DevicePart.Standing.Untold _ -> words.add(part.name() + " is not told of by its protocol");
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        return " Of %d parts %s.".formatted(parts.size(), words.isEmpty() ? "all are usable" : String.join(", ", words));
    }
}
