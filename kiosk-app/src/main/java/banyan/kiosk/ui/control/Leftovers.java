package banyan.kiosk.ui.control;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;

/**
 * What JavaFX keeps of pictures that are gone: the renderer has a copy of each one's pixels, and looks whether it is still wanted only
 * when it draws a picture again. JavaFX thread only.
 */
public final class Leftovers {
    private static final int SMALLEST = 1;

    private Leftovers() {}

    /** Has the renderer let go of the copies of those pictures that have been found to be gone; it is made to draw one for that. */
    public static void letGo() {
        ImageView speck = new ImageView(new WritableImage(SMALLEST, SMALLEST));
        var _ = speck.snapshot(null, null);
    }
}
