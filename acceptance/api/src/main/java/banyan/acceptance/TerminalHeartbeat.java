package banyan.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a terminal says of itself, now and then. Counts, codes and times; nothing of any citizen.
 *
 * @param version of its program
 * @param release the release that is shown; 0 is what was installed
 * @param uptimeSeconds since its program started
 * @param service whether visits can begin
 * @param closedWhy where its service is {@code CLOSED}, what does not let it serve, as a fixed code such as {@code HOUSING-OPEN}
 * @param waiting so much is kept and not yet received by the centre
 * @param stuck so much of it staff must look at
 * @param full whether nothing more can be kept
 * @param diskFree bytes that can still be written
 * @param devices those of this terminal, each once
 * @param supplies of what is used up, how much is left; absent where this terminal says nothing of it, which is not the same as none
 * @param usage what was done in the hours of today, and of the day before where today has just begun
 */
public record TerminalHeartbeat(
        String version,
        long release,
        Instant at,
        long uptimeSeconds,
        Service service,
        Optional<String> closedWhy,
        int waiting,
        int stuck,
        boolean full,
        long diskFree,
        List<DeviceStanding> devices,
        Optional<List<SupplyStanding>> supplies,
        List<Usage> usage) {
    /** The most devices one terminal tells of. */
    public static final int MOST_DEVICES = 32;

    /** The most hours, each by item, in one heartbeat. */
    public static final int MOST_USAGE = 2_000;

    /** The most supplies in one heartbeat. */
    public static final int MOST_SUPPLIES = 64;

    /** The most steps in one hour. */
    public static final int MOST_STEPS = 48;

    public TerminalHeartbeat {
        devices = List.copyOf(devices);
        supplies = supplies.map(List::copyOf);
        usage = List.copyOf(usage);
    }

    /** Whether visits can begin. */
    public enum Service {
        OPEN,
        /** A directive or its staff took it out of service. */
        OUT_OF_SERVICE,
        /** It cannot serve: its housing, its power or its store does not let it. */
        CLOSED
    }

    /** The words of the device API for how a device stands. */
    public enum DeviceWord {
        ABSENT,
        OPENING,
        READY,
        BUSY,
        NEEDS_HELP,
        UNKNOWN,
        CLOSED
    }

    /**
     * How a device stands.
     *
     * @param name the site's own for it
     * @param kind what kind of device it is
     * @param fault the fixed code of what is wrong
     * @param warnings usable, but low or fading: fixed codes
     * @param since when it began to stand so
     */
    public record DeviceStanding(
            String name, String kind, DeviceWord state, Optional<String> fault, List<String> warnings, Instant since) {
        public DeviceStanding {
            warnings = List.copyOf(warnings);
        }
    }

    /** How much of something is left, as far as its device can tell. Unknown is never enough. */
    public enum Left {
        /** So many of a hundred. */
        PERCENT,
        /** So many pieces, such as sheets. */
        PIECES,
        /** Enough to go on, as a sensor sees it. */
        ENOUGH,
        /** Soon used up, as a sensor sees it. */
        LOW,
        /** Used up. */
        OUT,
        UNKNOWN
    }

    /**
     * Something that is used up.
     *
     * @param device the site's own name for the device it belongs to
     * @param name the device's own for it, such as {@code tray-1}
     * @param kind {@code SHEETS}, {@code ROLL}, {@code TONER}, {@code BIN} or {@code CHARGE}
     * @param count per cent, 0 to 100, or pieces; only where it is told in those
     */
    public record SupplyStanding(String device, String name, String kind, Left left, Optional<Integer> count) {}

    /**
     * How long citizens stayed at a step.
     *
     * @param step the place in the dialogue, as a fixed code
     * @param times how often somebody left it
     * @param seconds all those stays together
     */
    public record StepTime(String step, int times, long seconds) {}

    /**
     * What was done in an hour.
     *
     * @param item code of a service item; {@code -} for what belongs to none
     * @param begun visits that began
     * @param completed requests that were kept or received
     * @param abandoned visits that ended before that, by the place where they ended
     * @param refused what was not done, by fixed code
     * @param pages that came out of printers
     * @param help how often 办不成事 was asked for
     * @param steps how long each step took; absent where this terminal does not measure it
     */
    public record Usage(
            LocalDate day,
            int hour,
            String item,
            int begun,
            int completed,
            Map<String, Integer> abandoned,
            Map<String, Integer> refused,
            int pages,
            int help,
            Optional<List<StepTime>> steps) {
        public Usage {
            abandoned = Map.copyOf(abandoned);
            refused = Map.copyOf(refused);
            steps = steps.map(List::copyOf);
        }
    }
}
