package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Illustration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** An illustration in a frame with round corners: scaled, placed, and cut off at the frame. */
public final class Scenery extends Region {
    private final Illustration illustration;
    private final Illustration.Box box;
    private final Map<String, ImageView> parts = new HashMap<>();
    private final Group picture = new Group();
    private final Rectangle clip = new Rectangle();
    private final double inset;
    private final double radius;
    private final double shiftX;
    private final double shiftY;
    private final double border;
    private Engraving.@Nullable Place shown;

    /**
     * Shows a picture as large as its box allows.
     *
     * @param dress style class of the frame
     * @param inset how far the picture's box stays from the frame
     * @param radius of the frame's corners
     */
    public Scenery(Illustration illustration, String dress, double inset, double radius) {
        this(illustration, dress, inset, radius, 0, 0);
    }

    /** As the other, with the picture moved by so much. */
    public Scenery(Illustration illustration, String dress, double inset, double radius, double shiftX, double shiftY) {
        this.illustration = illustration;
        this.box = illustration.box();
        this.inset = inset;
        this.radius = radius;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        this.border = dress.equals("scene-frame") ? 2 : 0;
        getStyleClass().setAll(dress);
        picture.setManaged(false);
        if (box.parts().size() > 1) {
            picture.setClip(clip);
        }
        for (String part : box.parts()) {
            ImageView view = new ImageView();
            view.setManaged(false);
            parts.put(part, view);
            picture.getChildren().add(view);
        }
        getChildren().setAll(picture);
        setMouseTransparent(true);
    }

    /** A part of the picture, to be moved on its own. */
    public Node part(String name) {
        return Optional.<Node>ofNullable(parts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min((getWidth() - 2 * inset) / box.width(), (getHeight() - 2 * inset) / box.height());
        double wide = getWidth() - 2 * border;
        double high = getHeight() - 2 * border;
        if (factor <= 0 || wide <= 0 || high <= 0) {
            return;
        }
        clip.setX(border);
        clip.setY(border);
        clip.setWidth(wide);
        clip.setHeight(high);
        Engraving.Place place = new Engraving.Place(
                illustration,
                factor,
                (getWidth() - box.width() * factor) / 2 + shiftX,
                (getHeight() - box.height() * factor) / 2 + shiftY,
                new Engraving.Frame(border, border, wide, high, radius),
                density());
        if (!place.equals(shown)) {
            shown = place;
            for (Engraving.Part part : Engraving.of(place).parts()) {
                show(part);
            }
        }
    }

    private void show(Engraving.Part part) {
        ImageView view = parts.get(part.name());
        if (view != null) {
            view.setImage(part.image());
            view.setX(part.at().getMinX());
            view.setY(part.at().getMinY());
            view.setFitWidth(part.at().getWidth());
            view.setFitHeight(part.at().getHeight());
        }
    }

    /** Larger than in its reference size, a picture is drawn as large as it is shown; smaller, it is scaled down. */
    private double density() {
        double dots = Optional.ofNullable(getScene())
                .map(Scene::getWindow)
                .map(Window::getOutputScaleX)
                .orElse(1.0);
        return Math.max(1, getLocalToSceneTransform().getMxx() * dots);
    }
}
