package banyan.kiosk.visit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** Alarms on any forward-going clock, for one thread: whoever owns them looks again as time goes by. */
final class Alarms {
    private record Waiting(long at, long order, Runnable ring) {}

    private final LongSupplier nanos;
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparingLong((Waiting one) -> one.at).thenComparingLong(one -> one.order));
    private long count;

    /** @param nanos the forward-going clock */
    Alarms(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Will ring once after so long, from {@link #ringDue}; what is returned takes it back. */
    Runnable set(Duration after, Runnable ring) {
        Waiting one = new Waiting(nanos.getAsLong() + after.toNanos(), count++, ring);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    /** Rings all whose moment has come, in order. */
    void ringDue() {
        while (true) {
            Waiting next = waiting.peek();
            if (next == null || next.at - nanos.getAsLong() > 0) {
                return;
            }
            waiting.remove();
            next.ring.run();
        }
    }

    /** How long until the next one, at most so long. */
    Duration untilNext(Duration most) {
        Waiting next = waiting.peek();
        if (next == null) {
            return most;
        }
        long left = Math.max(0, next.at - nanos.getAsLong());
        return left < most.toNanos() ? Duration.ofNanos(left) : most;
    }
}
