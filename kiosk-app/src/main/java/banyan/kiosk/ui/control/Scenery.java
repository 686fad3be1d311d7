package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Illustration;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** An illustration in a frame with round corners: scaled, placed, and cut off at the frame. */
public final class Scenery extends Region {
    private final Illustration.Picture picture;
    private final Group group;
    private final Scale scale = new Scale();
    private final Rectangle clip = new Rectangle();
    private final double inset;
    private final double shiftX;
    private final double shiftY;
    private final double border;

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
        this.picture = illustration.picture();
        this.inset = inset;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
        this.border = dress.equals("scene-frame") ? 2 : 0;
        getStyleClass().setAll(dress);
        group = picture.node();
        group.setManaged(false);
        group.getTransforms().add(scale);
        getChildren().add(group);
        clip.setArcWidth(radius * 2);
        clip.setArcHeight(radius * 2);
        // One cached node: a still picture costs a frame no more than an image.
        Group framed = new Group(group);
        framed.setManaged(false);
        framed.setClip(clip);
        framed.setCache(picture.parts().size() == 1);
        getChildren().setAll(framed);
        setMouseTransparent(true);
    }

    /** A part of the picture, to be moved on its own. */
    public Node part(String name) {
        for (Illustration.Part part : picture.parts()) {
            if (part.name().equals(name)) {
                return part.node();
            }
        }
        throw new IllegalArgumentException("no part " + name);
    }

    @Override
    protected void layoutChildren() {
        double factor =
                Math.min((getWidth() - 2 * inset) / picture.width(), (getHeight() - 2 * inset) / picture.height());
        scale.setX(factor);
        scale.setY(factor);
        group.setLayoutX((getWidth() - picture.width() * factor) / 2 + shiftX);
        group.setLayoutY((getHeight() - picture.height() * factor) / 2 + shiftY);
        clip.setX(border);
        clip.setY(border);
        clip.setWidth(getWidth() - 2 * border);
        clip.setHeight(getHeight() - 2 * border);
    }
}
