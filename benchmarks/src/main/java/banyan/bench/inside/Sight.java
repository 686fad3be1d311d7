package banyan.bench.inside;

import banyan.kiosk.ui.control.Words;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

/** Looks at the scene and at the pixels of the terminal's screen. On the JavaFX thread. */
final class Sight {
    private static final int BYTES = 4;

    private Sight() {}

    static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    /** All words that are visible below a node. */
    static List<Words> words(Node node) {
        List<Words> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Words> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Words words) {
            into.add(words);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** What is said where; a line with an icon is taken whole, so that the icon belongs to what is said. */
    static Map<Node, Said> said(Scene scene) {
        Map<Node, Said> said = new HashMap<>();
        for (Words words : words(scene.getRoot())) {
            Node place = words.getParent() instanceof HBox line ? line : words;
            said.merge(place, new Said(words.said(), Area.of(place)), (a, b) -> new Said(a.text + b.text, a.area));
        }
        return said;
    }

    /** A text and its place. */
    record Said(String text, Area area) {}

    static Optional<Node> visible(Node root, String id) {
        return Optional.ofNullable(root.lookup("#" + id)).filter(Node::isVisible);
    }

    /** A rectangle of the screen in whole pixels. */
    record Area(int left, int top, int right, int bottom) {
        static Area of(Node node) {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            Scene scene = node.getScene();
            return new Area(
                    (int) Math.max(0, Math.floor(bounds.getMinX())),
                    (int) Math.max(0, Math.floor(bounds.getMinY())),
                    (int) Math.min(scene.getWidth(), Math.ceil(bounds.getMaxX())),
                    (int) Math.min(scene.getHeight(), Math.ceil(bounds.getMaxY())));
        }

        boolean holds(int x, int y) {
            return x >= left && x < right && y >= top && y < bottom;
        }

        /** A sum over the area's pixels; the screen is so many pixels wide. */
        long sum(ByteBuffer pixels, int width) {
            CRC32C sum = new CRC32C();
            for (int y = top; y < bottom && left < right; y++) {
                sum.update(pixels.slice(BYTES * (y * width + left), BYTES * (right - left)));
            }
            return sum.getValue();
        }
    }
}
