package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a terminal stands in the eyes of whoever looks after it, and why. The worst that is true of it counts; one that is silent is
 * unknown whatever it said last.
 *
 * @param code the fixed code of the reason; empty where all is well
 * @param device which device it is, where it is one
 */
public record PointStanding(Colour colour, Optional<String> code, Optional<String> device) {
    /** So long without a word, three times as long as between two: then nobody knows. */
    public static final Duration SILENCE = Duration.ofSeconds(3L * Heartbeats.EVERY_SECONDS);

    private static final PointStanding WELL = new PointStanding(Colour.OK, Optional.empty(), Optional.empty());

    /** From best to worst, as far as somebody must go there. */
    public enum Colour {
        OK,
        WATCH,
        UNKNOWN,
        DOWN
    }

    /** Pure: what was said last, when, and what time it is now. */
    static PointStanding of(Instant heard, Service service, boolean full, int stuck, List<DeviceStanding> devices, Instant now) {
        if (Duration.between(heard, now).compareTo(SILENCE) > 0) {
            return new PointStanding(Colour.UNKNOWN, Optional.of("SILENT"), Optional.empty());
        }
        if (service != Service.OPEN) {
            return new PointStanding(Colour.DOWN, Optional.of(service.name().replace('_', '-')), Optional.empty());
        }
        if (full) {
            return new PointStanding(Colour.DOWN, Optional.of("STORE-FULL"), Optional.empty());
        }
        Optional<PointStanding> worst = Optional.empty();
        for (DeviceStanding device : devices) {
            Optional<PointStanding> found = of(device);
            if (found.isPresent() && worst.filter(one -> one.colour().compareTo(found.get().colour()) >= 0).isEmpty()) {
                worst = found;
            }
        }
        return worst.orElseGet(() -> stuck > 0
                ? new PointStanding(Colour.WATCH, Optional.of("STUCK"), Optional.empty())
                : WELL);
    }

    /** Empty where the device is well. That it is being opened is no trouble yet, and to be in use is none. */
    private static Optional<PointStanding> of(DeviceStanding device) {
        return switch (device.state()) {
            case READY, BUSY -> device.warnings().stream().sorted().findFirst().map(code -> about(device, Colour.WATCH, code));
            case OPENING -> Optional.empty();
            case ABSENT, NEEDS_HELP, CLOSED ->
                Optional.of(about(device, Colour.DOWN, device.fault().orElse("DEVICE-" + device.state().name().replace('_', '-'))));
            case UNKNOWN -> Optional.of(about(device, Colour.UNKNOWN, device.fault().orElse("DEVICE-UNKNOWN")));
        };
    }

    private static PointStanding about(DeviceStanding device, Colour colour, String code) {
        return new PointStanding(colour, Optional.of(code), Optional.of(device.name()));
    }
}
