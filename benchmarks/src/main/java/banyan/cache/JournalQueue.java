package banyan.cache;

import java.util.ArrayList;
import java.util.List;

/** The end of the journal at which the sender stands. */
public final class JournalQueue {
    private static final int ROUNDS = 2000;

    private JournalQueue() {}

    /** Microseconds to find the oldest and to open it, the median of many. */
    public static double headMicros(Journal journal) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            Outgoing _ = journal.next(_ -> true).flatMap(journal::read).orElseThrow();
            times.add((System.nanoTime() - began) / 1e3);
        }
        times.sort(Double::compare);
        return times.get(ROUNDS / 2);
    }
}
