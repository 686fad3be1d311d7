package banyan.server.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who goes round every few seconds, one round after the other, whatever became of the last. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final String name;
    private final Runnable round;
    private final ScheduledExecutorService thread;

    /** @param name of the thread, and in the log */
    public Rounds(String name, Runnable round) {
        this.name = name;
        this.round = round;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** From now on. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::quietly, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void quietly() {
        try {
            round.run();
        } catch (RuntimeException failed) {
            // The store is away, or a mistake of ours: the next round comes. Only the kind: a person may stand in the words.
            LOG.error("ROUND-FAILED {} {}", name, failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean ended = thread.awaitTermination(ROUND.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("ROUND-STILL-OUT {}", name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
