package banyan.kiosk.ui;

import banyan.kiosk.ui.control.CameraView;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.shell.Panel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** What stands on a panel, where, and how large, measured from the nodes and not from their styles. */
final class Measured {
    record TextAt(String text, double size, Bounds box, Bounds ink) {}

    record TargetAt(String id, Bounds box) {}

    private final Panel panel;
    final List<TextAt> texts = new ArrayList<>();
    final List<TargetAt> targets = new ArrayList<>();
    final List<String> overflows = new ArrayList<>();
    int nodes;

    Measured(Panel panel) {
        this.panel = panel;
        walk(panel, true);
    }

    private void walk(Node node, boolean inFlow) {
        if (!node.isVisible()) {
            return;
        }
        nodes++;
        if (node instanceof Target target) {
            targets.add(new TargetAt(String.valueOf(target.getId()), at(target, target.getLayoutBounds())));
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            Bounds ink = at(text, text.getLayoutBounds());
            Bounds box = node.getParent() instanceof Words words ? at(words, words.getLayoutBounds()) : ink;
            texts.add(new TextAt(text.getText(), text.getFont().getSize(), box, ink));
        }
        if (node instanceof Parent parent && !(node instanceof PaperView)) {
            boolean flow = inFlow && !(node instanceof CameraView);
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (flow && node instanceof Region && child instanceof Region && child.isVisible()) {
                    checkInside((Region) node, (Region) child);
                }
                walk(child, flow);
            }
        }
    }

    /** A region that lies in another must not stick out of it; plain panes are layers, in which anything may lie. */
    private void checkInside(Region outer, Region inner) {
        // What is moved on purpose, as a form above its keyboard, may be anywhere.
        boolean moved = inner.getTranslateY() != 0;
        if (outer.getClass() == Pane.class || outer instanceof Panel || inner.getWidth() == 0 || moved) {
            return;
        }
        // The box of the region itself: what it draws beyond it, such as a shadow, takes no room.
        double x = inner.getLayoutX();
        double y = inner.getLayoutY();
        double over = Math.max(
                Math.max(-x, -y),
                Math.max(x + inner.getWidth() - outer.getWidth(), y + inner.getHeight() - outer.getHeight()));
        if (over > 1.5) {
            overflows.add("%s %s sticks out of %s by %.0f"
                    .formatted(
                            inner.getClass().getSimpleName(),
                            inner.getStyleClass(),
                            outer.getStyleClass() + " " + outer.getClass().getSimpleName(),
                            over));
        }
    }

    private Bounds at(Node node, Bounds local) {
        return panel.sceneToLocal(node.localToScene(local));
    }

    static Bounds shrunk(Bounds bounds, double by) {
        return new BoundingBox(
                bounds.getMinX() + by,
                bounds.getMinY() + by,
                Math.max(0, bounds.getWidth() - 2 * by),
                Math.max(0, bounds.getHeight() - 2 * by));
    }

    /** How far apart two boxes are, along the axis on which they are farther apart; negative where they overlap. */
    static double apart(Bounds one, Bounds other) {
        double across = Math.max(other.getMinX() - one.getMaxX(), one.getMinX() - other.getMaxX());
        double down = Math.max(other.getMinY() - one.getMaxY(), one.getMinY() - other.getMaxY());
        return Math.max(across, down);
    }
}
