package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Colour;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Ink as it is written: each stroke a line whose width follows the pressure. New points are added to what is drawn
 * already, so that ink never waits for a whole redraw.
 */
public final class InkView extends Region implements Wipeable {
    private final Canvas canvas = new Canvas();
    private final double thickest;
    private double aspect = 1;
    private List<float[]> strokes = List.of();
    private int drawnStrokes;
    private int drawnOfLast;

    /** @param thickest the width of a line at full pressure */
    public InkView(double thickest) {
        this.thickest = thickest;
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMouseTransparent(true);
    }

    /**
     * Shows these strokes; the field keeps its proportions within this node.
     *
     * @param nowStrokes each x, y, pressure triple from 0 to 1; the last may be still growing
     * @param fieldAspect width of the writing field divided by its height
     */
    public void show(List<float[]> nowStrokes, double fieldAspect) {
        boolean grown = fieldAspect == aspect && continues(nowStrokes);
        aspect = fieldAspect;
        strokes = nowStrokes;
        if (grown) {
            draw();
        } else {
            redraw();
        }
    }

    /** Whether these strokes only add to those drawn. */
    private boolean continues(List<float[]> now) {
        if (drawnStrokes == 0) {
            return true;
        }
        return now.size() >= drawnStrokes
                && now.get(drawnStrokes - 1).length >= drawnOfLast
                && sameStart(now.getFirst(), strokes.getFirst())
                && sameStart(now.get(drawnStrokes - 1), strokes.get(drawnStrokes - 1));
    }

    private static boolean sameStart(float[] one, float[] other) {
        return one.length >= 2 && other.length >= 2 && one[0] == other[0] && one[1] == other[1];
    }

    private void redraw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        drawnStrokes = 0;
        drawnOfLast = 0;
        draw();
    }

    private void draw() {
        if (canvas.getWidth() <= 0) {
            return;
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setStroke(Colour.INK);
        pen.setFill(Colour.INK);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        for (int i = Math.max(0, drawnStrokes - 1); i < strokes.size(); i++) {
            float[] stroke = strokes.get(i);
            int from = i == drawnStrokes - 1 ? Math.max(0, drawnOfLast - 3) : 0;
            drawStroke(pen, stroke, from);
            drawnOfLast = stroke.length;
        }
        drawnStrokes = strokes.size();
    }

    private void drawStroke(GraphicsContext pen, float[] stroke, int from) {
        double width = Math.min(canvas.getWidth(), canvas.getHeight() * aspect);
        double height = width / aspect;
        double left = (canvas.getWidth() - width) / 2;
        double top = (canvas.getHeight() - height) / 2;
        if (stroke.length == 3) {
            double dot = thickest * weight(stroke[2]);
            pen.fillOval(left + stroke[0] * width - dot / 2, top + stroke[1] * height - dot / 2, dot, dot);
        }
        for (int at = from; at + 5 < stroke.length; at += 3) {
            pen.setLineWidth(thickest * weight((stroke[at + 2] + stroke[at + 5]) / 2));
            pen.strokeLine(
                    left + stroke[at] * width,
                    top + stroke[at + 1] * height,
                    left + stroke[at + 3] * width,
                    top + stroke[at + 4] * height);
        }
    }

    /** A light touch still leaves a line that can be seen. */
    private static double weight(double pressure) {
        return 0.45 + 0.55 * Math.clamp(pressure, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            redraw();
        }
    }

    @Override
    public void wipe() {
        strokes = List.of();
        redraw();
    }
}
