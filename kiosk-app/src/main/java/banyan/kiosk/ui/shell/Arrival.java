package banyan.kiosk.ui.shell;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * How something new comes onto the screen: in the first frame its ground, its title and its buttons, which answer the touch; in the
 * next one the rest; all of it fades in and rises to its place. One at a time.
 */
final class Arrival {
    private static final Interpolator CURVE = Interpolator.SPLINE(0.2, 0, 0, 1);
    private static final double FAINT = 0.5;

    /**
     * Without a graphics chip it stands where it belongs at once: a page with a paper on it takes 20 to 40 ms to draw, so that moving
     * it would keep whoever touches it waiting for frames.
     */
    private static final boolean MOVES = Platform.isSupported(ConditionalFeature.SCENE3D);

    private final AnimationTimer secondFrame = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (++frames == 2) {
                showAll();
            }
        }
    };

    private final Node node;
    private final List<Node> later;
    private final Timeline rising;
    private int frames;

    /**
     * Begins.
     *
     * @param later what of it may come in the second frame
     * @param from how much lower it begins
     */
    Arrival(Node node, List<Node> later, Duration time, double from) {
        this.node = node;
        this.later = later;
        later.forEach(one -> one.setOpacity(0));
        secondFrame.start();
        rising = new Timeline(new KeyFrame(
                time,
                new KeyValue(node.opacityProperty(), 1, CURVE),
                new KeyValue(node.translateYProperty(), 0, CURVE)));
        if (MOVES) {
            node.setTranslateY(from);
            node.setOpacity(FAINT);
            rising.play();
        }
    }

    /** It is there now, however far it had come. */
    void end() {
        rising.stop();
        showAll();
        node.setOpacity(1);
        node.setTranslateY(0);
    }

    private void showAll() {
        secondFrame.stop();
        later.forEach(one -> one.setOpacity(1));
    }
}
