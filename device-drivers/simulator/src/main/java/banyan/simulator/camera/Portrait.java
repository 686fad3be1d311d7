package banyan.simulator.camera;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a face camera sees: a hall, and nobody, one or two invented persons in it, drawn from ellipses. No face of anybody was
 * its model. All measures are parts of the picture's height, from its middle and its upper edge.
 */
final class Portrait {
    private static final int HALL = 0x3A4046;
    private static final int FLOOR = 0x2C2A2A;
    private static final int BEFORE_THE_LENS = 0x17120F;

    private Portrait() {}

    /** A person: where, how large, and in which colours. */
    private record Person(double x, double size, int skin, int hair, int coat) {}

    private static final Person NEAR = new Person(0, 1, 0xE2B594, 0x1E1A1A, 0x385C86);
    private static final Person BEHIND = new Person(0.42, 0.62, 0xD8A680, 0x3A2A20, 0x7A3B3B);

    /** So many pictures of the same that differ by the sensor's noise alone. */
    static List<Picture> paint(int persons, boolean covered, int width, int takes) {
        int height = width * 3 / 4;
        Picture clean = new Picture(width, height);
        IntStream.range(0, height).parallel().forEach(row -> {
            for (int column = 0; column < width; column++) {
                double x = (column + 0.5 - width / 2.0) / height;
                double y = (row + 0.5) / height;
                clean.pixels[row * width + column] = covered ? BEFORE_THE_LENS : colour(persons, x, y);
            }
        });
        return IntStream.range(0, takes)
                .mapToObj(seed -> {
                    Picture noisy = new Picture(width, height);
                    IntStream.range(0, height).parallel().forEach(row -> Noise.grain(clean, noisy, seed, row));
                    return noisy;
                })
                .toList();
    }

    private static int colour(int persons, double x, double y) {
        int behind = y > 0.82 ? FLOOR : HALL;
        int second = persons > 1 ? person(BEHIND, x, y, behind) : behind;
        return persons > 0 ? person(NEAR, x, y, second) : second;
    }

    private static int person(Person who, double atX, double atY, int behind) {
        double x = (atX - who.x()) / who.size();
        double y = (atY - 0.44) / who.size();
        if (inside(x, y, 0, -0.005, 0.175, 0.235)) {
            return face(who, x, y);
        }
        if (inside(x, y, 0, -0.06, 0.205, 0.25) && y < 0.05) {
            return who.hair();
        }
        if (Math.abs(x) < 0.075 && y > 0 && y < 0.32) {
            return shaded(who.skin(), 0.8);
        }
        return inside(x, y, 0, 0.62, 0.42, 0.36) ? shaded(who.coat(), 1 - 0.5 * Math.abs(x)) : behind;
    }

    private static int face(Person who, double x, double y) {
        double side = Math.abs(x);
        if (y < -0.125 - 0.25 * side * side) {
            return who.hair();
        }
        if (inside(side, y, 0.068, -0.03, 0.012, 0.012)) {
            return 0x1A1414;
        }
        if (inside(side, y, 0.068, -0.03, 0.03, 0.014)) {
            return 0xF4F0EC;
        }
        if (inside(side, y, 0.07, -0.068, 0.042, 0.008)) {
            return who.hair();
        }
        if (inside(x, y, 0, 0.118, 0.052, 0.014)) {
            return 0xA8504A;
        }
        boolean nose = inside(x, y, 0, 0.045, 0.024, 0.02);
        return shaded(who.skin(), (nose ? 0.88 : 1) - 0.9 * side * side - 0.12 * x);
    }

    private static boolean inside(double x, double y, double centreX, double centreY, double wide, double high) {
        double a = (x - centreX) / wide;
        double b = (y - centreY) / high;
        return a * a + b * b <= 1;
    }

    private static int shaded(int colour, double light) {
        int red = (int) Math.clamp((colour >> 16 & 255) * light, 0, 255);
        int green = (int) Math.clamp((colour >> 8 & 255) * light, 0, 255);
        int blue = (int) Math.clamp((colour & 255) * light, 0, 255);
        return red << 16 | green << 8 | blue;
    }
}
