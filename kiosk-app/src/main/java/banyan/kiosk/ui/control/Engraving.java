package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Illustration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * An illustration as pixels, drawn once for each place where it is shown and kept from then on: it shows nobody's data. A node that
 * JavaFX caches would be drawn anew in every visit, and its pixels would be left over until memory is short. JavaFX thread only.
 *
 * @param parts back to front
 */
record Engraving(List<Part> parts) {
    /** What moves may bring into sight what lies a little beside the frame. */
    private static final double BESIDE = 8;

    private static final Map<Place, Engraving> DRAWN = new HashMap<>();

    /**
     * Where an illustration is shown, in the frame's own measure.
     *
     * @param factor by which its box is scaled
     * @param x where its box begins
     * @param frame what of it can be seen; with rounded corners where it is drawn as one part
     * @param density how many pixels of the screen there are to one of the scene
     */
    record Place(Illustration illustration, double factor, double x, double y, Frame frame, double density) {}

    /** The visible part of a frame. */
    record Frame(double x, double y, double width, double height, double radius) {}

    /** One part, and where its image stands in the frame. */
    record Part(String name, WritableImage image, Rectangle2D at) {}

    /** The illustration drawn for this place. */
    static Engraving of(Place place) {
        // A window that was made larger or smaller shows none of the old ones again.
        DRAWN.keySet().removeIf(old -> old.density() != place.density());
        return DRAWN.computeIfAbsent(place, Engraving::draw);
    }

    private static Engraving draw(Place place) {
        Illustration.Picture picture = place.illustration().picture();
        boolean whole = picture.parts().size() == 1;
        List<Part> parts = new ArrayList<>();
        for (Illustration.Part part : picture.parts()) {
            draw(part, place, whole).ifPresent(parts::add);
        }
        return new Engraving(List.copyOf(parts));
    }

    private static Optional<Part> draw(Illustration.Part part, Place place, boolean whole) {
        double density = place.density();
        Node node = part.node();
        node.getTransforms().add(new Scale(place.factor() * density, place.factor() * density));
        node.setLayoutX(place.x() * density);
        node.setLayoutY(place.y() * density);
        Group sheet = new Group(node);
        Frame frame = place.frame();
        if (whole && frame.radius() > 0) {
            Rectangle corners = new Rectangle(
                    frame.x() * density, frame.y() * density, frame.width() * density, frame.height() * density);
            corners.setArcWidth(2 * frame.radius() * density);
            corners.setArcHeight(2 * frame.radius() * density);
            sheet.setClip(corners);
        }
        double beside = whole ? 0 : BESIDE;
        Bounds inked = node.getBoundsInParent();
        double left = Math.floor(Math.max(inked.getMinX(), (frame.x() - beside) * density));
        double top = Math.floor(Math.max(inked.getMinY(), (frame.y() - beside) * density));
        double right = Math.ceil(Math.min(inked.getMaxX(), (frame.x() + frame.width() + beside) * density));
        double bottom = Math.ceil(Math.min(inked.getMaxY(), (frame.y() + frame.height() + beside) * density));
        if (right <= left || bottom <= top) {
            return Optional.empty();
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(left, top, right - left, bottom - top));
        WritableImage image = sheet.snapshot(parameters, null);
        return Optional.of(new Part(
                part.name(),
                image,
                new Rectangle2D(left / density, top / density, (right - left) / density, (bottom - top) / density)));
    }

}
