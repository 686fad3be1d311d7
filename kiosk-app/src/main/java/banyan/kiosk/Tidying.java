package banyan.kiosk;

import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the heap collected when a visit is over and nobody stands before the terminal: what of the visit still lay about in memory is
 * overwritten soon, and the next visitor's pages do not stop for it. From the visit's thread only, but for {@link #now}.
 */
final class Tidying implements Consumer<Snapshot>, AutoCloseable {
    /** Who left the machine has turned away by then, and who steps up has not touched it yet. */
    private static final Duration ALONE = Duration.ofSeconds(2);

    /** The visit may still show something while the terminal closes; that is dropped then. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("tidying").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final Runnable letGo;
    private boolean used;
    private @Nullable ScheduledFuture<?> due;

    /** @param letGo has the screen let go of the pictures that a collection has found to be gone; returns when that is done */
    Tidying(Runnable letGo) {
        this.letGo = letGo;
    }

    @Override
    public void accept(Snapshot snapshot) {
        boolean attract = snapshot.page() instanceof Page.Attract;
        ScheduledFuture<?> waiting = due;
        if (!attract) {
            used = true;
            if (waiting != null) {
                waiting.cancel(false);
                due = null;
            }
        } else if (used) {
            used = false;
            due = thread.schedule(this::tidy, ALONE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Everything that a start leaves behind, while nobody is here yet. */
    void now() {
        thread.execute(this::tidy);
    }

    private void tidy() {
        System.gc();
        letGo.run();
        System.gc();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
