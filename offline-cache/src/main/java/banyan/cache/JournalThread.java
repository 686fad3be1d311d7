package banyan.cache;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the database. A platform thread: SQLite is native and would hold a virtual thread's carrier. When
 * nothing has been asked of it for a moment it tidies up.
 */
final class JournalThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalThread.class);
    private static final Duration QUIET = Duration.ofMillis(200);

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<Ticket<?>> asked = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Runnable whenQuiet = () -> {};
    private volatile boolean closed;

    JournalThread() {
        thread = Thread.ofPlatform().name("journal").start(this::run);
    }

    /** What to do once after each burst of work. */
    void whenQuiet(Runnable tidy) {
        whenQuiet = tidy;
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
        while (true) {
            try {
                @Nullable Ticket<?> next = tidy ? asked.take() : asked.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    whenQuiet.run();
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

    /** Does {@code last} after what has been asked, then ends. */
    void close(Runnable last) {
        if (closed) {
            return;
        }
        Ticket.Outcome<Boolean> _ = ask(CLOSING, () -> {
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
