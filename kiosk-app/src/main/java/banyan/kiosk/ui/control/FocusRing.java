package banyan.kiosk.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys are: two lines round the focused node, on a layer above everything. Seen from the first key press on, and
 * hidden by a touch.
 */
public final class FocusRing extends Pane {
    private static final double INNER = 4;
    private static final double OUTER = 6;
    private static final double ARC = 48;

    private final Rectangle outer = line("focus-outer", OUTER);
    private final Rectangle inner = line("focus-inner", INNER);
    private final ChangeListener<Object> follow = (_, _, _) -> place();
    private @Nullable Node followed;
    private boolean keysInUse;

    public FocusRing() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(outer, inner);
        outer.setVisible(false);
        inner.setVisible(false);
    }

    private static Rectangle line(String dress, double width) {
        Rectangle line = new Rectangle();
        line.getStyleClass().setAll(dress);
        line.setFill(null);
        line.setStrokeWidth(width);
        line.setManaged(false);
        return line;
    }

    /** Follows the focus of a scene. */
    public void follow(Scene scene) {
        scene.focusOwnerProperty().addListener((_, _, now) -> focus(now));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> use(true));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> use(false));
    }

    private void use(boolean keys) {
        keysInUse = keys;
        place();
    }

    private void focus(@Nullable Node now) {
        if (followed != null) {
            followed.localToSceneTransformProperty().removeListener(follow);
            followed.boundsInLocalProperty().removeListener(follow);
        }
        followed = now;
        if (now != null) {
            now.localToSceneTransformProperty().addListener(follow);
            now.boundsInLocalProperty().addListener(follow);
        }
        place();
    }

    private void place() {
        boolean shown = keysInUse && followed instanceof Target;
        outer.setVisible(shown);
        inner.setVisible(shown);
        if (shown && followed != null) {
            Bounds at = sceneToLocal(followed.localToScene(followed.getLayoutBounds()));
            around(inner, at, INNER / 2);
            around(outer, at, INNER + OUTER / 2);
        }
    }

    private static void around(Rectangle line, Bounds at, double by) {
        line.setX(at.getMinX() - by);
        line.setY(at.getMinY() - by);
        line.setWidth(at.getWidth() + 2 * by);
        line.setHeight(at.getHeight() + 2 * by);
        line.setArcWidth(ARC);
        line.setArcHeight(ARC);
    }
}
