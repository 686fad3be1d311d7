package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Type;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;

/** Seconds that run out: an arc from the top, and the number in words inside where there is room. */
public final class Ring extends Region {
    private final Circle track = new Circle();
    private final Arc arc = new Arc();

    /**
     * @param diameter over all
     * @param stroke the width of the line
     * @param dress {@code large} on the page, {@code small} on the strip
     */
    public Ring(double diameter, double stroke, String dress) {
        getStyleClass().setAll("ring", dress);
        double radius = (diameter - stroke) / 2;
        track.setRadius(radius);
        track.setStrokeWidth(stroke);
        track.getStyleClass().setAll("ring-track");
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        arc.setStartAngle(90);
        arc.setType(ArcType.OPEN);
        arc.setFill(null);
        arc.setStrokeWidth(stroke);
        arc.setStrokeLineCap(StrokeLineCap.ROUND);
        arc.getStyleClass().setAll("ring-arc");
        for (var shape : new javafx.scene.shape.Shape[] {track, arc}) {
            shape.setManaged(false);
            shape.setLayoutX(diameter / 2);
            shape.setLayoutY(diameter / 2);
            getChildren().add(shape);
        }
        setMinSize(diameter, diameter);
        setPrefSize(diameter, diameter);
        setMaxSize(diameter, diameter);
        setMouseTransparent(true);
    }

    public void show(int left, int of) {
        arc.setLength(-360.0 * Math.clamp(left, 0, of) / Math.max(1, of));
        arc.setVisible(left > 0);
    }

    /** The ring with its number and its unit inside. */
    public static final class WithNumber extends Region {
        private final Ring ring = new Ring(296, 22, "large");
        private final Words number = Words.line(Type.COUNTDOWN, "").align(HPos.CENTER);
        private final Words unit;

        public WithNumber(String unitText) {
            unit = Words.line(Type.BODY, unitText, "ink2").align(HPos.CENTER);
            getChildren().addAll(ring, number, unit);
            setMinSize(296, 296);
            setPrefSize(296, 296);
            setMaxSize(296, 296);
            setMouseTransparent(true);
        }

        public void show(int left, int of, String unitText) {
            ring.show(left, of);
            number.say(Integer.toString(left));
            unit.say(unitText);
        }

        @Override
        protected void layoutChildren() {
            ring.resizeRelocate(0, 0, 296, 296);
            number.resizeRelocate(0, 76, 296, 112);
            unit.resizeRelocate(0, 184, 296, 48);
        }
    }
}
