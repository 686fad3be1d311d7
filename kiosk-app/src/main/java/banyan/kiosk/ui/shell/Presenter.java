package banyan.kiosk.ui.shell;

import banyan.kiosk.visit.Snapshot;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Carries snapshots from the visit's thread to the screen's. At most one hand-over is pending: where the screen is slow, it
 * misses snapshots and shows the latest.
 */
public final class Presenter implements Consumer<Snapshot> {
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
    private final Consumer<Runnable> screenThread;
    private final Consumer<Snapshot> screen;
    private long shown = Long.MIN_VALUE;

    /** @param screen shows a snapshot; called on the screen's thread */
    public Presenter(Consumer<Snapshot> screen) {
        this(Platform::runLater, screen);
    }

    Presenter(Consumer<Runnable> screenThread, Consumer<Snapshot> screen) {
        this.screenThread = screenThread;
        this.screen = screen;
    }

    /** Takes the next snapshot, from any thread; returns at once. */
    @Override
    public void accept(Snapshot snapshot) {
        if (latest.getAndSet(snapshot) == null) {
            screenThread.accept(this::hand);
        }
    }

    private void hand() {
        @Nullable Snapshot next = latest.getAndSet(null);
        if (next != null && next.number() > shown) {
            shown = next.number();
            screen.accept(next);
        }
    }
}
