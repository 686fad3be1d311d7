package banyan.kiosk.ui.shell;

import banyan.kiosk.ui.control.Leftovers;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts the screen's toolkit and opens the terminal's window, while the rest of the program is still being put together. */
public final class KioskStage {
    private static final Duration LONGEST_TO_LET_GO = Duration.ofSeconds(2);

    private final CompletableFuture<KioskWindow.Options> options = new CompletableFuture<>();
    private final Presenter presenter = new Presenter(this::show);
    private final CompletableFuture<Void> drawn = new CompletableFuture<>();
    private volatile @Nullable KioskWindow window;
    private @Nullable FirstFrames firstFrames;

    private KioskStage() {}

    /**
     * Begins. The window opens as soon as {@link #open} says how.
     *
     * @param wishes takes what the citizen asks for; must return at once
     */
    public static KioskStage start(Consumer<Wish> wishes) {
        KioskWindow.readAhead();
        KioskStage stage = new KioskStage();
        Platform.startup(() -> stage.build(wishes));
        return stage;
    }

    /** How the window is to be. */
    public void open(boolean landscape, boolean fullscreen, boolean reducedMotion, String title) {
        options.complete(new KioskWindow.Options(
                landscape ? Format.LANDSCAPE : Format.PORTRAIT,
                reducedMotion ? Motion.REDUCED : Motion.FULL,
                fullscreen,
                title));
    }

    /** There will be no window. */
    public void giveUp() {
        options.cancel(true);
        Platform.exit();
    }

    private void build(Consumer<Wish> wishes) {
        if (options.isCancelled()) {
            return;
        }
        KioskWindow.Options how = options.join();
        KioskWindow made = new KioskWindow(how, wishes);
        window = made;
        made.open(new Stage(), how);
    }

    /** Where snapshots go; from any thread. */
    public Consumer<Snapshot> screen() {
        return presenter;
    }

    /** Where pages can be laid out, for once, that nobody sees; from any thread. Nowhere while there is no window. */
    public Consumer<Snapshot> wings() {
        KioskWindow there = window;
        return there == null ? _ -> {} : new Wings(there);
    }

    /** Has the screen let go of the pictures that are gone, and waits for that, but not long. Not on the JavaFX thread. */
    public void letGo() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            Leftovers.letGo();
            done.complete(null);
        });
        var _ = done.completeOnTimeout(null, LONGEST_TO_LET_GO.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Completed once the first page can be seen: until then the machine has nothing better to do than to draw it. */
    public CompletableFuture<Void> drawn() {
        return drawn;
    }

    private void show(Snapshot snapshot) {
        KioskWindow there = window;
        if (there != null) {
            there.show(snapshot);
            if (!drawn.isDone() && firstFrames == null) {
                firstFrames = new FirstFrames();
                firstFrames.start();
            }
        }
    }

    /** A pulse begins only when what the one before laid out has been drawn. */
    private final class FirstFrames extends AnimationTimer {
        private static final int LAID_OUT_AND_DRAWN = 3;

        private int pulses;

        @Override
        public void handle(long now) {
            if (++pulses == LAID_OUT_AND_DRAWN) {
                stop();
                drawn.complete(null);
            }
        }
    }
}
