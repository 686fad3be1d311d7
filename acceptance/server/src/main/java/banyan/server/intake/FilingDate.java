package banyan.server.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The date on which a submission counts as filed: the moment the citizen confirmed it, by the terminal's clock, however much later
 * it arrived. A clock that cannot be right dates nothing: then it counts from its arrival, and a clerk is told to look.
 *
 * @param at never after the arrival
 * @param doubtful the terminal's clock said something that cannot be so
 */
public record FilingDate(Instant at, boolean doubtful) {
    /** Two clocks may differ so much; what is confirmed after it arrived by more than this was not confirmed then. */
    static final Duration SKEW = Duration.ofMinutes(10);

    /** No terminal is cut off from the centre longer than this without somebody knowing. */
    static final Duration LONGEST_CUT_OFF = Duration.ofDays(60);

    /**
     * @param confirmed by the terminal's clock
     * @param arrived by the centre's, when the payload was first here
     */
    public static FilingDate of(Instant confirmed, Instant arrived) {
        boolean doubtful =
                confirmed.isAfter(arrived.plus(SKEW)) || confirmed.isBefore(arrived.minus(LONGEST_CUT_OFF));
        Instant at = doubtful || confirmed.isAfter(arrived) ? arrived : confirmed;
        return new FilingDate(at.truncatedTo(ChronoUnit.MILLIS), doubtful);
    }

    /** Whether a receipt of this date was given to a submission whose own cannot be believed. */
    public static boolean doubted(Instant confirmed, Instant filed) {
        return Duration.between(filed, confirmed).abs().compareTo(SKEW) > 0;
    }
}
