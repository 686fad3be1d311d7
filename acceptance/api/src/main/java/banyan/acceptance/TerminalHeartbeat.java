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
 * @param waiting so much is kept and not yet received by the centre
 * @param stuck so much of it staff must look at
 * @param full whether nothing more can be kept
 * @param diskFree bytes that can still be written
 * @param devices those of this terminal, each once
 * @param usage what was done in the hours of today, and of the day before where today has just begun
 */
public record TerminalHeartbeat(
        String version,
        long release,
        Instant at,
        long uptimeSeconds,
        Service service,
        int waiting,
        int stuck,
        boolean full,
        long diskFree,
        List<DeviceStanding> devices,
        List<Usage> usage) {
    /** The most devices one terminal tells of. */
    public static final int MOST_DEVICES = 32;

    /** The most hours, each by item, in one heartbeat. */
    public static final int MOST_USAGE = 2_000;

    public TerminalHeartbeat {
        devices = List.copyOf(devices);
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
            int help) {
        public Usage {
            abandoned = Map.copyOf(abandoned);
            refused = Map.copyOf(refused);
        }
    }
}
