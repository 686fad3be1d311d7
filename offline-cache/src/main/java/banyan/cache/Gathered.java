package banyan.cache;

import banyan.acceptance.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Receipts that came while nobody waited for them: several are stored with one flush, and only then are they told of. One that is lost
 * before that is sent for again, and the centre gives the same. Guarded by the sender's lock.
 */
final class Gathered {
    static final int MOST = 16;
    private static final Duration LONGEST = Duration.ofMillis(100);

    private final List<One> all = new ArrayList<>();
    private long since;

    /** What the centre holds, and its word for it. */
    record One(Pending entry, Receipt receipt, byte[] json) {
        Outbox.Settlement settlement() {
            return new Outbox.Settlement(entry, json);
        }

        @Override
        public String toString() {
            return "One";
        }
    }

    void add(One one) {
        if (all.isEmpty()) {
            since = System.nanoTime();
        }
        all.add(one);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** How long they may wait for another one. */
    long nanosLeft() {
        if (all.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return all.size() >= MOST ? 0 : Math.max(0, LONGEST.toNanos() - (System.nanoTime() - since));
    }

    List<One> take() {
        List<One> taken = List.copyOf(all);
        all.clear();
        return taken;
    }
}
