package banyan.wire.hid;

import banyan.wire.hid.HidLine.Report;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Input reports that have arrived and were not taken: at most so many, the oldest give way. */
final class Reports {
    /** Half a minute of a pen's reports. */
    static final int MOST = 4096;

    private final Deque<Report> waiting = new ArrayDeque<>();

    synchronized void add(byte[] bytes) {
        if (waiting.size() == MOST) {
            wipe(waiting.removeFirst());
        }
        waiting.addLast(new Report(bytes, System.nanoTime()));
    }

    synchronized Optional<Report> take() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    synchronized boolean full() {
        return waiting.size() >= MOST / 2;
    }

    synchronized void forget() {
        waiting.forEach(Reports::wipe);
        waiting.clear();
    }

    private static void wipe(Report report) {
        Arrays.fill(report.bytes(), (byte) 0);
    }
}
