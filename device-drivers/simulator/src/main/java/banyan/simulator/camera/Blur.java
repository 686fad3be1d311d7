package banyan.simulator.camera;

import java.util.stream.IntStream;

/** A lens out of focus: three box filters after one another come close to what such a lens does. */
final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    static void apply(Picture picture, int radius) {
        for (int pass = 0; pass < PASSES; pass++) {
            IntStream.range(0, picture.height)
                    .parallel()
                    .forEach(y -> line(picture.pixels, y * picture.width, 1, picture.width, radius));
            IntStream.range(0, picture.width)
                    .parallel()
                    .forEach(x -> line(picture.pixels, x, picture.width, picture.height, radius));
        }
    }

    /** The mean of the pixels around each, along one line; the ends count on beyond the edge. */
    private static void line(int[] pixels, int start, int stride, int count, int radius) {
        int[] before = new int[count];
        for (int i = 0; i < count; i++) {
            before[i] = pixels[start + i * stride];
        }
        int red = 0;
        int green = 0;
        int blue = 0;
        int size = 2 * radius + 1;
        for (int i = -radius; i <= radius; i++) {
            int pixel = before[Math.clamp(i, 0, count - 1)];
            red += pixel >> 16 & 255;
            green += pixel >> 8 & 255;
            blue += pixel & 255;
        }
        for (int i = 0; i < count; i++) {
            pixels[start + i * stride] = ((red / size) << 16) | ((green / size) << 8) | (blue / size);
            int leaving = before[Math.clamp(i - radius, 0, count - 1)];
            int coming = before[Math.clamp(i + radius + 1, 0, count - 1)];
            red += (coming >> 16 & 255) - (leaving >> 16 & 255);
            green += (coming >> 8 & 255) - (leaving >> 8 & 255);
            blue += (coming & 255) - (leaving & 255);
        }
    }
}
