package banyan.kiosk.ui.control;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that a finger presses. It acts when the finger is lifted inside it; sliding off lets go without acting.
 * The whole of its area counts, also where nothing is drawn. Even the shortest touch is seen.
 */
public class Target extends StackPane {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double PRESSED_SCALE = 0.98;

    /**
     * So long at least it looks pressed. Pressed and let go between two frames it would look as before, and JavaFX draws the whole
     * page where something was touched and nothing has changed.
     */
    private static final Duration SEEN = Duration.millis(80);

    private Runnable act = () -> {};
    /** A finger is on it. */
    private boolean pressed;

    /** It looks pressed. */
    private boolean held;

    private long pressedAt;
    private @Nullable PauseTransition lettingGo;

    public Target(String id) {
        setId(id);
        setPickOnBounds(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** What a press does. */
    public final Target onAct(Runnable action) {
        act = action;
        return this;
    }

    /** Acts as a press would; nothing where it is disabled. */
    public final void fire() {
        if (!isDisabled()) {
            act.run();
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            stopLettingGo();
            pressedAt = System.nanoTime();
            pressed = true;
            hold(true);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (pressed) {
            pressed = contains(event.getX(), event.getY());
            hold(pressed);
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        boolean acts = pressed && contains(event.getX(), event.getY());
        pressed = false;
        letGo();
        event.consume();
        if (acts) {
            fire();
        }
    }

    private void letGo() {
        stopLettingGo();
        double left = SEEN.toMillis() - (System.nanoTime() - pressedAt) / 1e6;
        if (!held || left <= 0) {
            hold(false);
            return;
        }
        PauseTransition pause = new PauseTransition(Duration.millis(left));
        pause.setOnFinished(_ -> hold(false));
        pause.play();
        lettingGo = pause;
    }

    private void stopLettingGo() {
        if (lettingGo != null) {
            lettingGo.stop();
            lettingGo = null;
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            fire();
        }
    }

    private void hold(boolean now) {
        if (held != now) {
            held = now;
            pseudoClassStateChanged(HELD, now);
            double scale = now ? PRESSED_SCALE : 1;
            setScaleX(scale);
            setScaleY(scale);
        }
    }
}
