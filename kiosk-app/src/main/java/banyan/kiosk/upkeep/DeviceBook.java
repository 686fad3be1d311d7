package banyan.kiosk.upkeep;

import banyan.cache.Counters;
import banyan.cache.Counters.Owner;
import banyan.device.Device;
import banyan.device.Tally;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the book of this terminal's devices: takes over what they have counted themselves, by place and by piece, and how much of
 * what they use up is left. It writes once in a while, never in a citizen's way.
 */
public final class DeviceBook implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int SECONDS_AN_HOUR = 3600;
    static final String DONE = "done";
    static final String FAILED = "failed ";

    /** Under this name the pages that were sent to a printer are counted. */
    static final String DUE = "due";

    /** Under this one those that came out. */
    static final String PAGES = "pages";


    private final List<Device> devices;
    private final Counters counters;
    private final InstantSource clock;
    private final Map<String, Tally> before = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("device-book").factory());

    public DeviceBook(List<Device> devices, Counters counters, InstantSource clock) {
        this.devices = List.copyOf(devices);
        this.counters = counters;
        this.clock = clock;
    }

    /** Begins to keep it. */
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::note, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    /** Takes over what was counted since the last time, and writes it. */
    public synchronized void note() {
        for (Device device : devices) {
            Tally now = device.tally();
            Tally last = before.getOrDefault(device.id(), Tally.NONE);
            before.put(device.id(), now);
            count(device, DONE, now.done() - last.done());
            now.failed().forEach((code, times) ->
                    count(device, FAILED + code, times - last.failed().getOrDefault(code, 0L)));
            long hour = clock.instant().getEpochSecond() / SECONDS_AN_HOUR;
            device.supplies().forEach(supply -> supply.level()
                    .counted()
                    .ifPresent(value -> counters.level(device.id(), supply.name(), hour, value)));
        }
        // What cannot be written now is written later; the screen shows it all the same.
        boolean _ = counters.flush();
    }

    /** So many pages were sent to this device, and so many came out of it by its own word. */
    public synchronized void pages(String id, int due, int out) {
        devices.stream().filter(device -> device.id().equals(id)).forEach(device -> {
            count(device, DUE, due);
            count(device, PAGES, out);
        });
    }

    private void count(Device device, String what, long by) {
        counters.count(Owner.PLACE, device.id(), what, by);
        device.nameplate().serialNumber().ifPresent(number -> counters.count(Owner.PIECE, number, what, by));
    }

    /** What is known of each device now. */
    public List<DeviceRecord> records() {
        return devices.stream().map(this::of).toList();
    }

    private DeviceRecord of(Device device) {
        var plate = device.nameplate();
        return new DeviceRecord(
                device.id(),
                device.kind(),
                device.state(),
                plate,
                counters.counts(Owner.PLACE, device.id()),
                plate.serialNumber()
                        .map(number -> counters.counts(Owner.PIECE, number))
                        .orElse(Map.of()),
                device.supplies().stream()
                        .map(supply -> new DeviceRecord.Stock(
                                supply, Forecast.days(counters.levels(device.id(), supply.name()))))
                        .toList());
    }

    @Override
    public void close() {
        timer.shutdown();
        note();
    }
}
