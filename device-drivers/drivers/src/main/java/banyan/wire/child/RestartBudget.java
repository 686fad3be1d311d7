package banyan.wire.child;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a child may be started again: a library that brings its process down now and then is lived with, one that does it
 * all the time is not.
 */
public final class RestartBudget {
    private final int most;
    private final Duration window;
    private final Deque<Long> ends = new ArrayDeque<>();

    /** At most so many restarts in any stretch of that length. */
    public RestartBudget(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** What drivers take: five in ten minutes. */
    public static RestartBudget usual() {
        return new RestartBudget(5, Duration.ofMinutes(10));
    }

    /** A child ended that should not have, at this moment of {@link System#nanoTime}. */
    public void ended(long nanos) {
        ends.addLast(nanos);
        if (ends.size() > most + 1) {
            ends.removeFirst();
        }
    }

    /** Whether another may be started at this moment. */
    public boolean allows(long nanos) {
        while (!ends.isEmpty() && nanos - ends.getFirst() > window.toNanos()) {
            ends.removeFirst();
        }
        return ends.size() <= most;
    }
}
