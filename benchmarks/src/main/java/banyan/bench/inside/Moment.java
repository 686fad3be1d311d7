package banyan.bench.inside;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A moment that two processes can compare. */
public final class Moment {
    private Moment() {}

    /** Microseconds since 1970. */
    public static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1000;
    }
}
