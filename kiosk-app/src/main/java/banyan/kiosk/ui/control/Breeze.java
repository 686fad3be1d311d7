package banyan.kiosk.ui.control;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Moves a node a little to and fro, once in a while, for as long as it is in a scene, by half a pixel at a time. It has a clock of its own: an animation of
 * the toolkit's asks for sixty frames a second even if hardly any of them differs, and a terminal at rest should stay cool.
 */
public final class Breeze {
    private static final Duration CALM_AT_FIRST = Duration.ofSeconds(6);
    private static final double PERIOD_SECONDS = 6;

    /** From one breath of air to the next: most of the time nothing moves, and nothing is drawn. */
    private static final double BREATH_EVERY_SECONDS = 48;
    private static final double FARTHEST = 2;
    private static final double STEP = 0.5;

    /** Between two steps where they follow each other fastest: in the middle of the way. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Node node;
    private @Nullable ScheduledExecutorService clock;
    private volatile long began;

    /** Only the clock's thread asks. */
    private double last;

    private Breeze(Node node) {
        this.node = node;
    }

    /** On the JavaFX thread. */
    public static void through(Node node) {
        Breeze breeze = new Breeze(node);
        node.sceneProperty().addListener((_, _, scene) -> breeze.blow(scene != null));
        breeze.blow(node.getScene() != null);
    }

    private void blow(boolean shown) {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
        if (shown) {
            began = System.nanoTime() + CALM_AT_FIRST.toNanos();
            clock = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("breeze").daemon().factory());
            var _ = clock.scheduleWithFixedDelay(
                    this::look, CALM_AT_FIRST.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        double seconds = (System.nanoTime() - began) / 1e9 % BREATH_EVERY_SECONDS;
        double there = seconds < PERIOD_SECONDS ? FARTHEST * Math.sin(2 * Math.PI * seconds / PERIOD_SECONDS) : 0;
        double step = Math.round(there / STEP) * STEP;
        if (step != last) {
            last = step;
            Platform.runLater(() -> node.setTranslateX(step));
        }
    }
}
