package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.server.wire.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a heartbeat says only what one may say: codes, counts and times within their bounds. */
final class HeartbeatForm {
    private static final int MOST_WARNINGS = 16;
    private static final int MOST_WORDS = 32;
    private static final int MOST_COUNT = 100_000;
    private static final int MOST_KEPT = 1_000_000;
    private static final long MOST_SECONDS = 100_000_000;
    private static final int LAST_HOUR = 23;

    private HeartbeatForm() {}

    private record Cell(LocalDate day, int hour, String item) {}

    static boolean holds(TerminalHeartbeat said, LocalDate today) {
        Set<Cell> cells = new HashSet<>();
        Set<String> names = new HashSet<>();
        return Names.isCode(said.version())
                && said.release() >= 0
                && said.uptimeSeconds() >= 0
                && said.diskFree() >= 0
                && within(said.waiting(), MOST_KEPT)
                && within(said.stuck(), MOST_KEPT)
                && said.devices().size() <= TerminalHeartbeat.MOST_DEVICES
                && said.devices().stream().allMatch(device -> holds(device) && names.add(device.name()))
                && said.closedWhy().stream().allMatch(Names::isEvent)
                && said.supplies().stream().allMatch(HeartbeatForm::supplies)
                && said.usage().size() <= TerminalHeartbeat.MOST_USAGE
                && said.usage().stream()
                        .allMatch(one -> holds(one, today) && cells.add(new Cell(one.day(), one.hour(), one.item())));
    }

    private static boolean holds(DeviceStanding device) {
        return Names.isCode(device.name())
                && Names.isEvent(device.kind())
                && device.fault().stream().allMatch(Names::isEvent)
                && device.warnings().size() <= MOST_WARNINGS
                && device.warnings().stream().allMatch(Names::isEvent)
                && device.since().isAfter(Instant.EPOCH);
    }

    /** A clock that is a day off is not one to count by. */
    private static boolean holds(Usage one, LocalDate today) {
        return !one.day().isBefore(today.minusDays(2))
                && !one.day().isAfter(today.plusDays(1))
                && within(one.hour(), LAST_HOUR)
                && (one.item().equals("-") || Names.isCode(one.item()))
                && within(one.begun(), MOST_COUNT)
                && within(one.completed(), MOST_COUNT)
                && within(one.pages(), MOST_COUNT)
                && within(one.help(), MOST_COUNT)
                && holds(one.abandoned())
                && holds(one.refused())
                && one.steps().stream().allMatch(HeartbeatForm::steps);
    }

    private static boolean supplies(List<SupplyStanding> all) {
        return all.size() <= TerminalHeartbeat.MOST_SUPPLIES
                && all.stream()
                        .allMatch(one -> Names.isCode(one.device())
                                && Names.isCode(one.name())
                                && Names.isEvent(one.kind())
                                && one.count().stream().allMatch(count -> within(count, MOST_COUNT)));
    }

    private static boolean steps(List<StepTime> all) {
        Set<String> names = new HashSet<>();
        return all.size() <= TerminalHeartbeat.MOST_STEPS
                && all.stream()
                        .allMatch(one -> Names.isEvent(one.step())
                                && names.add(one.step())
                                && one.times() > 0
                                && one.times() <= MOST_COUNT
                                && one.seconds() >= 0
                                && one.seconds() <= MOST_SECONDS);
    }

    private static boolean holds(Map<String, Integer> counts) {
        Collection<Integer> values = counts.values();
        return counts.size() <= MOST_WORDS
                && counts.keySet().stream().allMatch(Names::isEvent)
                && values.stream().allMatch(value -> value > 0 && value <= MOST_COUNT);
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }
}
