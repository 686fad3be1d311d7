package banyan.simulator.camera;

/** Pixels, row by row, each {@code 0xRRGGBB}. */
public final class Picture {
    public final int width;
    public final int height;
    public final int[] pixels;

    Picture(int width, int height) {
        this(width, height, new int[width * height]);
    }

    Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** The same at half the size, each pixel the mean of four. */
    public Picture halved() {
        Picture half = new Picture(Math.max(1, width / 2), Math.max(1, height / 2));
        for (int y = 0; y < half.height; y++) {
            int upper = Math.min(2 * y, height - 1) * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < half.width; x++) {
                int left = Math.min(2 * x, width - 1);
                int right = Math.min(2 * x + 1, width - 1);
                half.pixels[y * half.width + x] =
                        mean(pixels[upper + left], pixels[upper + right], pixels[lower + left], pixels[lower + right]);
            }
        }
        return half;
    }

    private static int mean(int a, int b, int c, int d) {
        int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
        int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
        int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
        return red >> 2 << 16 | green >> 2 << 8 | blue >> 2;
    }
}
