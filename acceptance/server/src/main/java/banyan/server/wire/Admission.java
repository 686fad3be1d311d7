package banyan.server.wire;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are under way at once. A pool of connections hands them out unfairly under load, and its last waiter waits
 * for seconds; this door is fair, and who cannot be let in soon is told when to come back.
 */
final class Admission {
    private static final int COME_BACK_SECONDS = 2;

    private final Semaphore places;
    private final Duration patience;

    Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Takes a place; false if there was none in time, and then nothing has to be given back. */
    boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }

    /** Seconds, different for each, so that they do not all come back together. */
    static int retryAfter() {
        return COME_BACK_SECONDS + ThreadLocalRandom.current().nextInt(COME_BACK_SECONDS * 4);
    }
}
