package banyan.walk.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** What a person in front of the screen sees. Runs on the JavaFX thread. */
final class Eyes {
    private static final double FAINT = 0.05;

    private Eyes() {}

    static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .findFirst();
    }

    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        walk(node -> text(node).filter(t -> !t.isBlank()).ifPresent(texts::add));
        return texts;
    }

    static List<String> ids() {
        List<String> ids = new ArrayList<>();
        walk(node -> {
            if (node.getId() != null) {
                ids.add(node.isDisabled() ? node.getId() + " (disabled)" : node.getId());
            }
        });
        return ids;
    }

    /** By id, of several the one that lies above; else by the whole visible text, else by a part of it, of several the smallest. */
    static Optional<Node> find(String target) {
        List<Node> byId = new ArrayList<>();
        List<Node> whole = new ArrayList<>();
        List<Node> part = new ArrayList<>();
        walk(node -> {
            if (target.equals(node.getId())) {
                byId.add(node);
            }
            text(node).ifPresent(text -> {
                if (text.equals(target)) {
                    whole.add(node);
                } else if (text.contains(target)) {
                    part.add(node);
                }
            });
        });
        Optional<Node> above = byId.isEmpty() ? Optional.empty() : Optional.of(byId.getLast());
        return above.or(() -> smallest(whole)).or(() -> smallest(part));
    }

    private static Optional<Node> smallest(List<Node> nodes) {
        return nodes.stream().min((a, b) -> Double.compare(area(a), area(b)));
    }

    private static double area(Node node) {
        Bounds bounds = onScene(node);
        return bounds.getWidth() * bounds.getHeight();
    }

    static Bounds onScene(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds == null ? new BoundingBox(0, 0, 0, 0) : bounds;
    }

    private static Optional<String> text(Node node) {
        return switch (node) {
            case Labeled labeled -> Optional.ofNullable(labeled.getText());
            // A control's own text node repeats the control.
            case Text text when !(text.getParent() instanceof Labeled) -> Optional.ofNullable(text.getText());
            case TextInputControl input -> Optional.ofNullable(input.getText());
            default -> Optional.empty();
        };
    }

    private static void walk(Consumer<Node> visit) {
        scene().map(Scene::getRoot).ifPresent(root -> walk(root, visit));
    }

    private static void walk(Node node, Consumer<Node> visit) {
        if (!node.isVisible() || node.getOpacity() < FAINT) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
