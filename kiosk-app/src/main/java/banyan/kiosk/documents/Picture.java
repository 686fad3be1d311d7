package banyan.kiosk.documents;

import java.util.Arrays;

/**
 * A picture in memory that any screen can draw without knowing who made it: one {@code 0xAARRGGBB} number per pixel, row
 * by row. It may show a citizen's paper, so its text form tells the size alone and nothing of the pixels.
 */
public record Picture(int width, int height, int[] argb) {
    public Picture {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException("a picture of %d by %d needs as many pixels".formatted(width, height));
        }
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /** Overwrites the pixels: a picture of a paper does not outlive the visit in which it was shown. */
    public void wipe() {
        Arrays.fill(argb, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && Arrays.equals(argb, that.argb);
    }

    @Override
    public int hashCode() {
        return 31 * width + height;
    }

    @Override
    public String toString() {
        return "Picture[" + width + "x" + height + "]";
    }
}
