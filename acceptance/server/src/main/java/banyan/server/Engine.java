package banyan.server;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the centre's machinery is set.
 *
 * @param watch the port of figures and health on this machine; empty for none
 * @param farewell how long an end waits for requests that are under way
 */
public record Engine(OptionalInt watch, Duration farewell) {
    /** Of a centre within another program. */
    static final Engine USUAL = new Engine(OptionalInt.empty(), Duration.ofSeconds(20));

    Engine withWatch(OptionalInt other) {
        return new Engine(other, farewell);
    }
}
