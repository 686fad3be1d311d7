package banyan.cache;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the database. A platform thread: SQLite is native and would hold a virtual thread's carrier. When
 * nothing has been asked of it for a moment it tidies up, and while something is wrong it does so again and again, unasked, so that
 * a disk that comes back is noticed.
 */
final class JournalThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalThread.class);
    private static final Duration QUIET = Duration.ofMillis(200);

    /** Two looks fit into the ten seconds in which a disk that came back is to be noticed. */
    private static final Duration LOOK = Duration.ofSeconds(4);

    /** A look that takes long is made the more seldom: so many times as long as it took. */
    private static final int REST = 4;

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<Ticket<?>> asked = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Runnable whenQuiet = () -> {};
    private volatile BooleanSupplier troubled = () -> false;
    private volatile boolean closed;

    JournalThread() {
        thread = Thread.ofPlatform().name("journal").start(this::run);
    }

    /** What to do once after each burst of work, and every few seconds as long as something is wrong. */
    void whenQuiet(Runnable tidy, BooleanSupplier wrong) {
        whenQuiet = tidy;
        troubled = wrong;
    }

    /** Has the work done in turn. Do not call it from the work itself. */
    <T> Ticket.Outcome<T> ask(Duration deadline, Supplier<T> work) {
        Ticket<T> ticket = new Ticket<>(work);
        if (closed) {
            return new Ticket.Outcome.Withdrawn<>();
        }
        asked.add(ticket);
        return ticket.await(deadline);
    }

    private void run() {
        boolean tidy = true;
        Duration took = Duration.ZERO;
        while (!closed) {
            try {
                @Nullable Ticket<?> next = next(tidy, took);
                if (next == null) {
                    long from = System.nanoTime();
                    whenQuiet.run();
                    took = Duration.ofNanos(System.nanoTime() - from);
                    tidy = true;
                } else {
                    tidy = false;
                    next.run();
                }
            } catch (InterruptedException closing) {
                break;
            } catch (RuntimeException bug) {
                // The last resort: without this thread nothing would be kept any more.
                LOG.error("JOURNAL-BUG", bug);
            }
        }
        asked.forEach(Ticket::withdraw);
    }

    private @Nullable Ticket<?> next(boolean tidy, Duration took) throws InterruptedException {
        if (!tidy) {
            return asked.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!troubled.getAsBoolean()) {
            return asked.take();
        }
        return asked.poll(Math.max(LOOK.toMillis(), took.multipliedBy(REST).toMillis()), TimeUnit.MILLISECONDS);
    }

    /**
     * Does {@code last} after what has been asked, then ends. What is asked meanwhile is withdrawn, so that nothing is opened
     * again for it.
     */
    void close(Runnable last) {
        if (closed) {
            return;
        }
        Ticket.Outcome<Boolean> _ = ask(CLOSING, () -> {
            closed = true;
            last.run();
            return true;
        });
        closed = true;
        thread.interrupt();
        try {
            boolean ended = thread.join(CLOSING);
            if (!ended) {
                LOG.warn("JOURNAL-THREAD-STUCK");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }
}
