package banyan.server.store;

import java.time.Duration;

/** How long one waits before trying again what somebody else could not take: twice as long each time, and not for ever. */
public final class Retry {
    public static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    public static final Duration LONGEST_WAIT = Duration.ofHours(6);
    public static final int MOST_TRIES = 12;

    private Retry() {}

    /** The wait behind this try, from 1. */
    public static Duration after(int tries) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << (Math.min(tries, MOST_TRIES) - 1));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
