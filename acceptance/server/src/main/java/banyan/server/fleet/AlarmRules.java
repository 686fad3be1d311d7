package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules by which alarms are found in what a terminal said last. Pure. */
final class AlarmRules {
    /** So many refusals in the present hour and the one before are a spike, where they are also … */
    static final int MANY_REFUSED = 10;
    /** … at least as many as were completed, so many times over. */
    static final int TIMES_COMPLETED = 1;

    private AlarmRules() {}

    /**
     * What a terminal said last.
     *
     * @param refused in the present hour and the one before, all codes together
     * @param completed in the same hours
     * @param refusedMost the code that was most frequent, where there is any
     */
    record Last(
            Instant heard,
            Optional<String> closedWhy,
            boolean full,
            List<DeviceStanding> devices,
            int refused,
            int completed,
            Optional<String> refusedMost) {}

    /** Why there is an alarm. */
    record Why(String code, Optional<String> device) {}

    /**
     * What is so now.
     *
     * @param silent nothing else is known then: what was found before is neither so nor over
     */
    record Found(Map<AlarmKind, Why> alarms, boolean silent) {}

    static Found of(Last last, Instant now) {
        Map<AlarmKind, Why> alarms = new EnumMap<>(AlarmKind.class);
        if (Duration.between(last.heard(), now).compareTo(PointStanding.SILENCE) > 0) {
            alarms.put(AlarmKind.SILENCE, new Why("SILENT", Optional.empty()));
            return new Found(alarms, true);
        }
        last.closedWhy()
                .filter(why -> why.startsWith("HOUSING"))
                .ifPresent(why -> alarms.put(AlarmKind.TAMPER, new Why(why, Optional.empty())));
        if (last.full()) {
            alarms.put(AlarmKind.DEVICE_DOWN, new Why("STORE-FULL", Optional.empty()));
        }
        for (DeviceStanding device : last.devices()) {
            of(device).ifPresent(kind -> alarms.putIfAbsent(kind, new Why(code(device), Optional.of(device.name()))));
        }
        if (last.refused() >= MANY_REFUSED && last.refused() >= last.completed() * TIMES_COMPLETED) {
            alarms.put(AlarmKind.REFUSALS, new Why(last.refusedMost().orElse("-"), Optional.empty()));
        }
        return new Found(alarms, false);
    }

    private static Optional<AlarmKind> of(DeviceStanding device) {
        return switch (device.state()) {
            case NEEDS_HELP, ABSENT, CLOSED -> Optional.of(paper(device) ? AlarmKind.PAPER_OUT : AlarmKind.DEVICE_DOWN);
            case READY, BUSY -> device.warnings().stream().anyMatch(AlarmRules::paper) ? Optional.of(AlarmKind.PAPER_OUT) : Optional.empty();
            // One that is being opened is on its way, and of one that does not answer nothing is known yet.
            case OPENING, UNKNOWN -> Optional.empty();
        };
    }

    private static boolean paper(DeviceStanding device) {
        return device.state() == DeviceWord.NEEDS_HELP && device.fault().filter(AlarmRules::paper).isPresent();
    }

    private static boolean paper(String code) {
        return code.contains("PAPER-OUT") || code.contains("PAPER-EMPTY") || code.contains("ROLL-OUT");
    }

    private static String code(DeviceStanding device) {
        return device.fault()
                .or(() -> device.warnings().stream().filter(AlarmRules::paper).sorted().findFirst())
                .orElse("DEVICE-" + device.state().name().replace('_', '-'));
    }
}
