package banyan.simulator.camera;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Paints a {@link Scene} as the camera's sensor sees it, at any size: for every pixel the place on the sheet, the desk
 * or the hand, and the light that falls there. The same scene and size give the same pictures.
 */
final class Painter {
    /** The sensor, whose pixels all measures here are in. */
    static final int SENSOR_WIDTH = 4160;

    static final int SENSOR_HEIGHT = 3120;

    /** How long an A4 sheet's longer side is in the picture: about 235 dots an inch. */
    private static final double A4_PIXELS = 2740;

    private static final int BLUR_RADIUS = 9;

    private final Scene scene;
    private final int width;
    private final int height;
    private final double step;
    private final Optional<Sheet> sheet;

    /** How far the desk's grain bends, by column. */
    private final double[] wave;

    /** The sheet as it lies, and the level of it that suits the picture's size. */
    private record Sheet(Quad quad, Picture picture, double width, double height) {}

    private Painter(Scene scene, int width) {
        this.scene = scene;
        this.width = width;
        this.height = width * 3 / 4;
        this.step = (double) SENSOR_WIDTH / width;
        this.sheet = scene.page().map(this::sheet);
        this.wave = IntStream.range(0, width)
                .mapToDouble(column -> 11 * Math.sin(column * step / 830) + 4 * Math.sin(column * step / 290))
                .toArray();
    }

    /** Pictures of the same scene that differ by the sensor's noise alone. */
    static List<Picture> paint(Scene scene, int width, int takes) {
        Painter painter = new Painter(scene, width);
        Picture clean = new Picture(painter.width, painter.height);
        IntStream.range(0, painter.height).parallel().forEach(y -> painter.row(clean, y));
        if (scene.blurred()) {
            Blur.apply(clean, Math.max(1, (int) Math.round(BLUR_RADIUS / painter.step)));
        }
        return IntStream.range(0, takes)
                .mapToObj(seed -> painter.noisy(clean, seed, takes == 1))
                .toList();
    }

    /** A single take needs no second copy of thirteen million pixels. */
    private Picture noisy(Picture clean, int seed, boolean inPlace) {
        Picture noisy = inPlace ? clean : new Picture(width, height);
        IntStream.range(0, height).parallel().forEach(y -> Noise.grain(clean, noisy, seed, y));
        return noisy;
    }

    private Sheet sheet(Page page) {
        double longer = A4_PIXELS * scene.millimetres() / Scene.A4_MILLIMETRES;
        double high = page.aspect() > 1 ? longer / page.aspect() : longer;
        double wide = high * page.aspect();
        double centreX = SENSOR_WIDTH / 2.0 + (scene.cutOff() ? 240 : -35);
        double centreY = SENSOR_HEIGHT / 2.0 + (scene.cutOff() ? high * 0.4 : 12);
        Quad quad = Quad.lying(wide, high, scene.rotation(), centreX, centreY);
        return new Sheet(quad, page.atLeast(high / step), wide, high);
    }

    private void row(Picture picture, int row) {
        double y = (row + 0.5) * step;
        for (int column = 0; column < width; column++) {
            double x = (column + 0.5) * step;
            int colour = surface(x, y);
            double light = light(x / SENSOR_WIDTH, y / SENSOR_HEIGHT);
            if (scene.covered()) {
                double distance = Hand.distance(x, y);
                if (distance < 0) {
                    colour = Hand.colour(distance);
                } else if (distance < Hand.SHADOW) {
                    light *= 0.55 + 0.45 * distance / Hand.SHADOW;
                }
            }
            picture.pixels[row * width + column] = lit(colour, light);
        }
    }

    private int surface(double x, double y) {
        if (sheet.isEmpty()) {
            return desk(x, y);
        }
        Sheet lying = sheet.get();
        Quad q = lying.quad();
        double w = q.g * x + q.h * y + q.i;
        double u = (q.a * x + q.b * y + q.c) / w;
        double v = (q.d * x + q.e * y + q.f) / w;
        double across = Math.min(u, 1 - u) * lying.width();
        double along = Math.min(v, 1 - v) * lying.height();
        // Sensor pixels from the nearest edge, inwards.
        double inside = Math.min(across, along);
        double cover = Math.clamp(inside / step + 0.5, 0, 1);
        if (cover >= 1) {
            return paper(lying.picture(), u, v);
        }
        int desk = desk(x, y);
        if (cover <= 0) {
            double dark = inside < -60 ? 1 : 1 - 0.45 * Math.exp(inside / 16);
            return lit(desk, dark);
        }
        return mix(desk, paper(lying.picture(), u, v), cover);
    }

    /** Between the four nearest pixels of the sheet; paper is never quite white. */
    private static int paper(Picture page, double u, double v) {
        double px = Math.clamp(u, 0, 1) * page.width - 0.5;
        double py = Math.clamp(v, 0, 1) * page.height - 0.5;
        int left = Math.clamp((int) Math.floor(px), 0, page.width - 1);
        int top = Math.clamp((int) Math.floor(py), 0, page.height - 1);
        int right = Math.min(left + 1, page.width - 1);
        int bottom = Math.min(top + 1, page.height - 1);
        int fx = (int) (256 * Math.clamp(px - left, 0, 1));
        int fy = (int) (256 * Math.clamp(py - top, 0, 1));
        int a = page.pixels[top * page.width + left];
        int b = page.pixels[top * page.width + right];
        int c = page.pixels[bottom * page.width + left];
        int d = page.pixels[bottom * page.width + right];
        int red = between(a >> 16 & 255, b >> 16 & 255, c >> 16 & 255, d >> 16 & 255, fx, fy) * 250 / 255;
        int green = between(a >> 8 & 255, b >> 8 & 255, c >> 8 & 255, d >> 8 & 255, fx, fy) * 248 / 255;
        int blue = between(a & 255, b & 255, c & 255, d & 255, fx, fy) * 242 / 255;
        return red << 16 | green << 8 | blue;
    }

    private static int between(int a, int b, int c, int d, int fx, int fy) {
        int upper = a * (256 - fx) + b * fx;
        int lower = c * (256 - fx) + d * fx;
        return (upper * (256 - fy) + lower * fy) >> 16;
    }

    /** Wood with a long grain, or white laminate. */
    private int desk(double x, double y) {
        double along = y + wave[(int) (x / step)];
        int fine = Noise.hash(1, (int) (along / 4)) & 7;
        int broad = Noise.hash(2, (int) (along / 27)) & 7;
        return switch (scene.desk()) {
            case DARK -> (58 + fine + broad) << 16 | (50 + fine + broad) << 8 | (44 + fine);
            case WHITE -> (226 + (fine >> 2)) << 16 | (225 + (fine >> 2)) << 8 | (221 + (fine >> 2));
        };
    }

    private double light(double x, double y) {
        double fromCentre = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
        double vignette = 1 - 0.16 * fromCentre;
        return switch (scene.light()) {
            case EVEN -> 0.95 * vignette;
            case SHADOW -> {
                double ramp = 1.0 - 0.16 * x - 0.05 * y;
                double edge = Math.clamp((0.75 * x + 0.66 * y - 0.62) / 0.4, 0, 1);
                yield vignette * ramp * (1 - 0.32 * edge * edge * (3 - 2 * edge));
            }
        };
    }

    private static int lit(int colour, double light) {
        int factor = (int) (light * 256);
        int red = Math.min(255, ((colour >> 16 & 255) * factor) >> 8);
        int green = Math.min(255, ((colour >> 8 & 255) * factor) >> 8);
        int blue = Math.min(255, ((colour & 255) * factor) >> 8);
        return red << 16 | green << 8 | blue;
    }

    private static int mix(int under, int over, double cover) {
        int share = (int) (cover * 256);
        int red = ((under >> 16 & 255) * (256 - share) + (over >> 16 & 255) * share) >> 8;
        int green = ((under >> 8 & 255) * (256 - share) + (over >> 8 & 255) * share) >> 8;
        int blue = ((under & 255) * (256 - share) + (over & 255) * share) >> 8;
        return red << 16 | green << 8 | blue;
    }
}
