package banyan.server.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests are under way at once. A pool of connections hands them out unfairly under load, and its last waiter waits
 * for seconds; this door is fair, and who cannot be let in soon is told when to come back.
 */
public final class Admission {
    /** So many wait for each place at most; more could not be let in before their patience ends. */
    private static final int WAITING_FOR_EACH = 16;

    private final Semaphore places;
    private final int crowd;
    private final Duration patience;
    private final LongAdder refused = new LongAdder();

    public Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.crowd = places * WAITING_FOR_EACH;
        this.patience = patience;
    }

    /** Whether so many wait already that one more is better sent away at once. */
    boolean crowded() {
        return places.getQueueLength() >= crowd;
    }

    /** Takes a place; false if there was none in time, and then nothing has to be given back. */
    public boolean enter() {
        if (crowded()) {
            refused.increment();
            return false;
        }
        try {
            boolean entered = places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            refused.add(entered ? 0 : 1);
            return entered;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void leave() {
        places.release();
    }

    /** How it stands, under this name. */
    Crowd crowd(String door) {
        return new Crowd(door, places.availablePermits(), places.getQueueLength(), refused.sum());
    }
}
