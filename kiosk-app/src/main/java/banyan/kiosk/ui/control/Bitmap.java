package banyan.kiosk.ui.control;

import banyan.kiosk.documents.Picture;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Pixels on the screen, replaced in place when the next ones have the same size. Copied in, so that the giver may do with
 * his array what he likes; {@link #wipe} leaves nothing of them.
 */
final class Bitmap {
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;
    private int @Nullable [] shown;

    /** The image that shows these pixels: the one before, where the size is the same. All must be opaque. */
    Image show(int width, int height, int[] argb) {
        WritableImage current = image;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (current == null || pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            current = new WritableImage(pixels);
            buffer = pixels;
            image = current;
            shown = null;
        }
        if (shown != argb) {
            shown = argb;
            pixels.updateBuffer(changed -> {
                changed.getBuffer().put(0, argb, 0, width * height);
                return null;
            });
        }
        return current;
    }

    /** The image of an opaque picture that is given for good: nothing is copied, and who gave it wipes it. */
    static Image of(Picture picture) {
        return new WritableImage(new PixelBuffer<>(
                picture.width(),
                picture.height(),
                IntBuffer.wrap(picture.argb()),
                PixelFormat.getIntArgbPreInstance()));
    }

    void wipe() {
        PixelBuffer<IntBuffer> pixels = buffer;
        if (pixels != null) {
            pixels.updateBuffer(changed -> {
                Arrays.fill(changed.getBuffer().array(), 0);
                return null;
            });
        }
        shown = null;
        buffer = null;
        image = null;
    }
}
