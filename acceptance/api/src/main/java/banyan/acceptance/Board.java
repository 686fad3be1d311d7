package banyan.acceptance;

import java.util.List;

/** What hangs in a hall for all to see: numbers and windows, nobody's name. */
public record Board(String hall, List<Called> called, List<Waiting> queues) {
    public Board {
        called = List.copyOf(called);
        queues = List.copyOf(queues);
    }

    /** A number that was called and is not yet served, the latest first. */
    public record Called(String number, String window) {}

    /** How many wait in a queue. */
    public record Waiting(String queue, String chinese, String english, int waiting) {}
}
