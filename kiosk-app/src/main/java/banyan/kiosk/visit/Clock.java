package banyan.kiosk.visit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The terminal's time: the wall clock for what is shown and stored, and a monotonic one for waiting. Both are given from outside,
 * so that a journey can move them together.
 */
public interface Clock extends InstantSource {
    /** Nanoseconds that only grow, from an arbitrary origin; not moved by a change of the wall clock. */
    long nanos();

    /** In which a day begins and ends here. */
    ZoneId zone();

    /** The date in the hall. */
    default LocalDate today() {
        return LocalDate.ofInstant(instant(), zone());
    }

    /** Date and time in the hall. */
    default LocalDateTime now() {
        return LocalDateTime.ofInstant(instant(), zone());
    }

    /** The machine's own clocks. */
    static Clock system(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public ZoneId zone() {
                return zone;
            }
        };
    }
}
