package banyan.kiosk.filing.page;

/**
 * A picture reduced to some {@value #LONG_SIDE} pixels, taken apart into what the search for a page asks: how bright,
 * how paper-like, and whether it is skin.
 *
 * <p>Colours are measured against the brightest thing in the picture, which on a desk is the page: so paper under a warm lamp
 * is still white and not skin.
 */
final class Scene {
    static final int LONG_SIDE = 512;

    /** The brightest part of the picture that is taken as its white. */
    private static final double WHITE_SHARE = 0.03;

    /** Paper under the warmest lamp still has so much blue beside its red. */
    private static final double LEAST_WHITE = 0.6;

    private static final int SHARE = 510;

    final int width;
    final int height;
    /** How many pixels of the original one pixel of this scene is wide. */
    final double scale;

    /** Brightness, 0 to 255. */
    final byte[] luma;

    /** The least of the three colours: high on paper, low on anything dark or coloured. */
    final byte[] paleness;

    final boolean[] skin;

    /** Shares of red and of blue in the light of each pixel, whatever its brightness; a third, as of anything grey, is 170. */
    private final byte[] red;

    private final byte[] blue;

    private Scene(int width, int height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        luma = new byte[width * height];
        paleness = new byte[width * height];
        skin = new boolean[width * height];
        red = new byte[width * height];
        blue = new byte[width * height];
    }

    /** The scene of a picture of one {@code 0xAARRGGBB} number per pixel. */
    static Scene of(int width, int height, int[] argb) {
        int factor = factor(width, height);
        if (factor == 1) {
            return ofReduced(width, height, argb, 1);
        }
        return ofReduced(width / factor, height / factor, reduced(width, height, argb, factor), factor);
    }

    static int factor(int width, int height) {
        return Math.max(1, (int) Math.round((double) Math.max(width, height) / LONG_SIDE));
    }

    /** The scene of a picture that was reduced before, by {@code scale}. */
    static Scene ofReduced(int width, int height, int[] argb, double scale) {
        var scene = new Scene(width, height, scale);
        int[] histogram = new int[256];
        for (int at = 0; at < scene.luma.length; at++) {
            int light = luma(argb[at]);
            scene.luma[at] = (byte) light;
            histogram[light]++;
        }
        scene.judgeColours(argb, whiteFrom(histogram, scene.luma.length));
        return scene;
    }

    int luma(int x, int y) {
        return luma[y * width + x] & 0xFF;
    }

    boolean skin(int x, int y) {
        return skin[y * width + x];
    }

    /** Share of red in the light of this pixel, see {@link #red}. */
    int red(int x, int y) {
        return red[y * width + x] & 0xFF;
    }

    int blue(int x, int y) {
        return blue[y * width + x] & 0xFF;
    }

    boolean holds(double x, double y) {
        return x >= 0 && y >= 0 && x <= width - 1.0 && y <= height - 1.0;
    }

    static int luma(int argb) {
        return (77 * ((argb >> 16) & 0xFF) + 150 * ((argb >> 8) & 0xFF) + 29 * (argb & 0xFF)) >> 8;
    }

    private void judgeColours(int[] argb, int white) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        for (int at = 0; at < luma.length; at++) {
            if ((luma[at] & 0xFF) >= white) {
                red += (argb[at] >> 16) & 0xFF;
                green += (argb[at] >> 8) & 0xFF;
                blue += argb[at] & 0xFF;
                count++;
            }
        }
        long most = Math.max(1, Math.max(red, Math.max(green, blue)));
        if (Math.min(red, Math.min(green, blue)) < LEAST_WHITE * most) {
            // Too coloured to be paper under any lamp: a hand alone, a brown desk. Nothing here to measure white by.
            red = most;
            green = most;
            blue = most;
        }
        int forRed = gain(most, red);
        int forGreen = gain(most, green);
        int forBlue = gain(most, blue);
        for (int at = 0; count > 0 && at < luma.length; at++) {
            int r = Math.min(255, (((argb[at] >> 16) & 0xFF) * forRed) >> 8);
            int g = Math.min(255, (((argb[at] >> 8) & 0xFF) * forGreen) >> 8);
            int b = Math.min(255, ((argb[at] & 0xFF) * forBlue) >> 8);
            paleness[at] = (byte) Math.min(r, Math.min(g, b));
            skin[at] = isSkin(r, g, b);
            int all = Math.max(1, r + g + b);
            this.red[at] = (byte) Math.min(255, SHARE * r / all);
            this.blue[at] = (byte) Math.min(255, SHARE * b / all);
        }
    }

    /** Skin of any shade is red before green before blue, and by how much it is the one is bound to the other. */
    private static boolean isSkin(int r, int g, int b) {
        int span = r - b;
        return r > 60 && span * 100 > r * 15 && (g - b) * 100 > span * 12 && (g - b) * 100 < span * 75;
    }

    /** In 256ths, and never more than threefold: a picture without red in it has no white to measure against. */
    private static int gain(long most, long channel) {
        return (int) Math.min(768, 256 * most / Math.max(1, channel));
    }

    private static int whiteFrom(int[] histogram, int pixels) {
        int left = (int) Math.max(1, pixels * WHITE_SHARE);
        int light = 255;
        while (light > 0 && left > histogram[light]) {
            left -= histogram[light];
            light--;
        }
        return light;
    }

    private static int[] reduced(int width, int height, int[] argb, int factor) {
        int toWidth = width / factor;
        int toHeight = height / factor;
        int[] to = new int[toWidth * toHeight];
        int[] sums = new int[3 * toWidth];
        int area = factor * factor;
        for (int y = 0; y < toHeight; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int row = y * factor; row < (y + 1) * factor; row++) {
                addRow(argb, row * width, factor, sums);
            }
            for (int x = 0; x < toWidth; x++) {
                to[y * toWidth + x] =
                        (sums[3 * x] / area) << 16 | (sums[3 * x + 1] / area) << 8 | (sums[3 * x + 2] / area);
            }
        }
        return to;
    }

    private static void addRow(int[] argb, int from, int factor, int[] sums) {
        int at = from;
        for (int x = 0; x < sums.length; x += 3) {
            for (int i = 0; i < factor; i++) {
                int pixel = argb[at++];
                sums[x] += (pixel >> 16) & 0xFF;
                sums[x + 1] += (pixel >> 8) & 0xFF;
                sums[x + 2] += pixel & 0xFF;
            }
        }
    }
}
