package banyan.simulator.camera;

/** The noise of a sensor, and of whatever should look grown and not drawn: the same for the same place. */
final class Noise {
    private Noise() {}

    /** One row: a few steps either way, the same for all three colours and a little for each. */
    static void grain(Picture clean, Picture noisy, int seed, int row) {
        int width = clean.width;
        for (int column = 0; column < width; column++) {
            int noise = hash(column + seed * 7919, row);
            int all = (noise & 3) - (noise >> 2 & 3);
            int at = row * width + column;
            int pixel = clean.pixels[at];
            int red = Math.clamp((pixel >> 16 & 255) + all + (noise >> 4 & 1), 0, 255);
            int green = Math.clamp((pixel >> 8 & 255) + all, 0, 255);
            int blue = Math.clamp((pixel & 255) + all - (noise >> 5 & 1), 0, 255);
            noisy.pixels[at] = red << 16 | green << 8 | blue;
        }
    }

    static int hash(int x, int y) {
        int h = x * 0x9E3779B1 ^ y * 0x85EBCA77;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return (h ^ h >>> 15) & 0x7FFFFFFF;
    }
}
