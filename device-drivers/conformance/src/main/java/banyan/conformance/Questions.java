package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a driver sends before it hears anything: how long each such question is, on each of its connections. */
final class Questions implements Tap {
    /** In a long one a number may have a digit more. */
    private static final int LONG = 64;

    private static final int SOME_DIGITS = 16;

    private final Map<Integer, Integer> unanswered = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    private TreeSet<Integer> alone = new TreeSet<>();

    @Override
    public synchronized void passed(Direction direction, byte[] bytes) {
        passed(0, direction, bytes);
    }

    @Override
    public synchronized void passed(int connection, Direction direction, byte[] bytes) {
        switch (direction) {
            case TO_DEVICE -> {
                var _ = unanswered.merge(connection, bytes.length, Integer::sum);
            }
            case TO_DRIVER -> {
                Integer asked = unanswered.remove(connection);
                if (asked != null) {
                    lengths.add(asked);
                }
            }
        }
    }

    /** What was asked so far was asked by one caller at a time. */
    synchronized void remember() {
        alone = new TreeSet<>(lengths);
        lengths.clear();
    }

    /** Fails where something was asked since then that nobody asks alone. */
    synchronized void assertNoneMet() {
        assertTrue(!alone.isEmpty() && !lengths.isEmpty(), "something was asked and answered");
        List<Integer> met = new ArrayList<>(lengths);
        met.removeIf(length -> length <= LONG
                ? alone.contains(length)
                : !alone.subSet(length - SOME_DIGITS, length + SOME_DIGITS).isEmpty());
        assertTrue(met.isEmpty(), () -> "sent without waiting for an answer: " + met + " bytes; alone: " + alone);
    }
}
