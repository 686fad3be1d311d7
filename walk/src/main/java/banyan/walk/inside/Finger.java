package banyan.walk.inside;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Touches the screen where a person would, so that what lies above is hit first. Runs on the JavaFX thread. */
final class Finger {
    private final Robot robot = new Robot();

    void tap(Node node) {
        Bounds bounds = Eyes.onScene(node);
        move(node.getScene(), bounds.getCenterX(), bounds.getCenterY());
        down();
        up();
    }

    void move(Scene scene, double x, double y) {
        Point2D at = new Point2D(
                scene.getWindow().getX() + scene.getX() + x, scene.getWindow().getY() + scene.getY() + y);
        robot.mouseMove(at);
    }

    void down() {
        robot.mousePress(MouseButton.PRIMARY);
    }

    void up() {
        robot.mouseRelease(MouseButton.PRIMARY);
    }
}
