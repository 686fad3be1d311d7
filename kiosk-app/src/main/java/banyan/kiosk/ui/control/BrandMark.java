package banyan.kiosk.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/** The tree: canopy, trunk, and the roots that hang down. */
public final class BrandMark extends Region {
    static final double BOX = 64;
    public static final String CANOPY_AND_TRUNK =
            "M6 34 C1 25 7 15 17 16 C20 6 31 3 38 9 C47 7 54 13 53 20 C61 22 63 30 58 34"
                    + " C52 38 46 36 42 35 C39 44 41 52 47 59 H17 C23 52 25 44 22 35 C18 36 11 38 6 34 Z";
    static final String OUTER_ROOTS = "M11 42 V54 M53 42 V54";
    static final double OUTER_ROOT_WIDTH = 4;
    static final String INNER_ROOT = "M32 40 V55";
    static final double INNER_ROOT_WIDTH = 3.6;

    /** @param dress {@code on-dark} or {@code on-light} */
    public BrandMark(double side, String dress) {
        SVGPath canopy = new SVGPath();
        canopy.setContent(CANOPY_AND_TRUNK);
        canopy.getStyleClass().setAll("mark-canopy");
        SVGPath outer = root(OUTER_ROOTS, OUTER_ROOT_WIDTH);
        SVGPath inner = root(INNER_ROOT, INNER_ROOT_WIDTH);
        getStyleClass().setAll("mark", dress);
        Scale scale = new Scale(side / BOX, side / BOX);
        for (SVGPath path : new SVGPath[] {canopy, outer, inner}) {
            path.setManaged(false);
            path.getTransforms().add(scale);
            getChildren().add(path);
        }
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        setMouseTransparent(true);
    }

    private static SVGPath root(String content, double width) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.setStrokeWidth(width);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.getStyleClass().setAll("mark-root");
        return path;
    }
}
