package banyan.cache;

import banyan.acceptance.SubmissionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The one sender: brings what the journal keeps to the centre, any number of times with one effect, until its receipt is here. */
public final class Sync implements AutoCloseable {
    public Sync(Journal journal, CentreClient centre, InstantSource clock) {
        throw new UnsupportedOperationException(journal + " " + centre + clock);
    }

    /** Starts sending. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** How the terminal stands with the centre. */
    public SyncState state() {
        throw new UnsupportedOperationException();
    }

    /** Tells {@code listener} the present state and then each change, one at a time; it must return quickly. */
    public void onState(Consumer<SyncState> listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    /**
     * Sends this submission before all others and waits for the end or for {@code deadline}, whichever is sooner; meanwhile tells
     * {@code steps} what has truly happened. Call it from a virtual thread. After the deadline the sending goes on by itself.
     */
    public Delivery.End deliver(SubmissionId id, Duration deadline, Consumer<Delivery> steps) {
        throw new UnsupportedOperationException(id + " " + deadline + steps);
    }

    @Override
    public void close() {}
}
