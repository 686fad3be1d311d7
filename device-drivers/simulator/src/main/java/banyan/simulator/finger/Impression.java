package banyan.simulator.finger;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One laying of a finger on the glass.
 *
 * @param seed which finger; each is somebody else's
 * @param pattern its kind
 * @param number which laying; each is a little shifted, stretched and pressed in its own way
 * @param rotation degrees, clockwise, in addition to that
 * @param smudge how much of it is smeared, 0 to 1
 */
public record Impression(long seed, Pattern pattern, int number, double rotation, double smudge, Skin skin) {
    private static final double GLASS = 226;
    private static final double BLURRED = 1.1;

    /** A finger of that number laid as one lays a finger. */
    public static Impression of(long seed, int number) {
        return new Impression(seed, Pattern.of(seed), number, 0, 0, Skin.NORMAL);
    }

    /** The same laying, of a finger that is so. */
    public Impression with(Skin now) {
        return new Impression(seed, pattern, number, rotation, smudge, now);
    }

    /** The same laying, turned by so many degrees. */
    public Impression turned(double degrees) {
        return new Impression(seed, pattern, number, degrees, smudge, skin);
    }

    /** The same laying, smeared. */
    public Impression smudged(double much) {
        return new Impression(seed, pattern, number, rotation, much, skin);
    }

    /** What a pad of 500 dots an inch sees: a byte a point, row by row from the upper left, 0 is a ridge. */
    public byte[] picture(int width, int height) {
        return new Laying(this, width, height).picture();
    }

    /** All that is random about one laying. */
    private static final class Laying {
        private final int width;
        private final int height;
        private final Skin skin;
        private final double smudge;
        private final Ridges ridges;
        private final RandomGenerator random;
        private final double sine;
        private final double cosine;
        private final double shiftX;
        private final double shiftY;
        private final double smearX;
        private final double smearY;
        private final Swell stretchX;
        private final Swell stretchY;
        private final Swell pressure;
        private final Swell smears;
        private final Swell edge;

        Laying(Impression of, int width, int height) {
            this.width = width;
            this.height = height;
            this.skin = of.skin;
            this.smudge = of.smudge;
            this.ridges = Ridges.grow(of.seed, of.pattern);
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(of.seed * 1_000_003 + of.number);
            double angle = Math.toRadians(of.rotation + random.nextDouble(-9, 9));
            this.sine = Math.sin(angle);
            this.cosine = Math.cos(angle);
            this.shiftX = random.nextDouble(-14, 14);
            this.shiftY = random.nextDouble(-16, 16);
            double way = random.nextDouble(Math.TAU);
            this.smearX = Math.cos(way);
            this.smearY = Math.sin(way);
            this.stretchX = new Swell(random, 160, 420);
            this.stretchY = new Swell(random, 160, 420);
            this.pressure = new Swell(random, 50, 160);
            this.smears = new Swell(random, 90, 200);
            this.edge = new Swell(random, 30, 90);
        }

        byte[] picture() {
            double[] grain = grain(1.2);
            double[] sight = new double[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    sight[y * width + x] = grey(x - width / 2.0, y - height / 2.0, grain[y * width + x]);
                }
            }
            double[] blurred = blurred(sight, BLURRED);
            byte[] picture = new byte[sight.length];
            for (int i = 0; i < picture.length; i++) {
                picture[i] = (byte) Math.clamp(Math.round(blurred[i] + 4 * random.nextGaussian()), 0, 255);
            }
            return picture;
        }

        private double grey(double x, double y, double grain) {
            double touching = touching(x, y);
            if (touching <= 0) {
                return GLASS;
            }
            double height = height(x, y) + 0.18 * pressure.at(x, y) + graininess() * grain + sweat();
            double ink = 1 / (1 + Math.exp(-5 * height));
            return GLASS - (GLASS - darkest()) * ink * touching;
        }

        /** The ridges under a place of the glass; where it is smeared, those that were drawn over it. */
        private double height(double x, double y) {
            double smeared = smudge <= 0 ? 0 : smudge * 22 * Math.clamp(smears.at(x, y) + smudge, 0, 1);
            if (smeared < 1) {
                return skinAt(x, y);
            }
            int steps = (int) Math.ceil(smeared / 2);
            double sum = 0;
            for (int i = 0; i <= steps; i++) {
                double far = smeared * i / steps;
                sum += skinAt(x + smearX * far, y + smearY * far);
            }
            return sum / (steps + 1);
        }

        private double skinAt(double x, double y) {
            double stretchedX = x - shiftX + 3.2 * stretchX.at(x, y);
            double stretchedY = y - shiftY + 3.2 * stretchY.at(x, y);
            return ridges.at(
                    cosine * stretchedX + sine * stretchedY, cosine * stretchedY - sine * stretchedX);
        }

        /** 1 well within the finger, 0 outside, and a frayed edge between. */
        private double touching(double x, double y) {
            double aside = skin == Skin.PARTIAL ? 0.36 * width : 0;
            double down = skin == Skin.PARTIAL ? 0.42 * height : 0;
            double acrossX = (x - shiftX - aside) / (0.46 * width);
            double acrossY = (y - shiftY - down) / (0.49 * height);
            double out = Math.sqrt(acrossX * acrossX + acrossY * acrossY) + 0.04 * edge.at(x, y);
            double cut = skin == Skin.PARTIAL ? 0.5 : 1;
            return Math.clamp((cut - out) * 9, 0, 1);
        }

        private double graininess() {
            return switch (skin) {
                case NORMAL, PARTIAL -> 0.3;
                case WET -> 0.2;
                case DRY -> 1.5;
            };
        }

        /** How far valleys are filled. */
        private double sweat() {
            return switch (skin) {
                case NORMAL, PARTIAL -> 0.02;
                case WET -> 1.6;
                case DRY -> -1.5;
            };
        }

        private double darkest() {
            return switch (skin) {
                case NORMAL, PARTIAL -> 48;
                case WET -> 24;
                case DRY -> 120;
            };
        }

        private double[] grain(double size) {
            double[] noise = new double[width * height];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextGaussian();
            }
            double[] smooth = blurred(noise, size);
            double squares = 0;
            for (double value : smooth) {
                squares += value * value;
            }
            double scale = 1 / Math.sqrt(squares / smooth.length);
            for (int i = 0; i < smooth.length; i++) {
                smooth[i] *= scale;
            }
            return smooth;
        }

        private double[] blurred(double[] from, double size) {
            return along(along(from, size, 1, width, height, width), size, width, height, width, 1);
        }

        /** A bell of that size along one axis: {@code step} from point to point, {@code next} from line to line. */
        private static double[] along(double[] from, double size, int step, int length, int lines, int next) {
            int reach = (int) Math.ceil(2.5 * size);
            double[] bell = new double[reach + 1];
            for (int i = 0; i <= reach; i++) {
                bell[i] = Math.exp(-i * i / (2 * size * size));
            }
            double[] to = new double[from.length];
            for (int line = 0; line < lines; line++) {
                for (int at = 0; at < length; at++) {
                    double sum = 0;
                    double weights = 0;
                    for (int i = Math.max(-reach, -at); i <= Math.min(reach, length - 1 - at); i++) {
                        double weight = bell[Math.abs(i)];
                        sum += weight * from[line * next + (at + i) * step];
                        weights += weight;
                    }
                    to[line * next + at * step] = sum / weights;
                }
            }
            return to;
        }
    }
}
