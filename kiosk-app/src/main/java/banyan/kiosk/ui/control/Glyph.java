package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/** An icon at a size, in the colour of its style classes. */
public final class Glyph extends Region {
    private final SVGPath path = new SVGPath();
    private final double side;

    public Glyph(Icon icon, double side, String... styleClasses) {
        this.side = side;
        path.setContent(icon.path());
        path.setStrokeWidth(Icon.STROKE);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.getTransforms().add(new Scale(side / Icon.BOX, side / Icon.BOX));
        path.getStyleClass().setAll("glyph");
        path.getStyleClass().addAll(styleClasses);
        path.setManaged(false);
        getChildren().add(path);
        setMouseTransparent(true);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
    }

    public void show(Icon icon) {
        path.setContent(icon.path());
    }

    /** Replaces the colour by that of a style class. */
    public void tone(String styleClass) {
        path.getStyleClass().setAll("glyph", styleClass);
    }

    public double side() {
        return side;
    }
}
