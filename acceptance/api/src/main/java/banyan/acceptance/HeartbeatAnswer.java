package banyan.acceptance;

import java.time.Instant;
import java.util.List;

/**
 * What the centre answers to a heartbeat.
 *
 * @param everySeconds how long the terminal waits before the next one, give or take
 * @param directives those it has not carried out yet, in the order in which they are to be
 */
public record HeartbeatAnswer(Instant at, int everySeconds, List<Directive> directives) {
    /** The most that are told at once; the others follow. */
    public static final int MOST = 16;

    public HeartbeatAnswer {
        directives = List.copyOf(directives);
    }
}
