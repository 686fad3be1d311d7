package banyan.simulator.finger;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A fingertip's ridges, grown out of noise by filtering it again and again along the flow; where the growing lines meet, ridges end
 * or fork, which is what makes a finger itself. Points are 1/250 inch apart, half as dense as a pad's; values go from -1 (valley)
 * to 1 (ridge).
 */
final class Ridges {
    /** Points of a pad to one of these. */
    static final double PAD_POINTS = 2;

    /** Seventeen by nineteen millimetres, more than a pad shows at once. */
    private static final int WIDTH = 172;

    private static final int HEIGHT = 196;
    private static final double PER_MILLIMETRE = 250 / 25.4;
    private static final int TIMES = 14;
    private static final int DIRECTIONS = 36;
    private static final int PERIODS = 5;
    private static final double CLOSEST = 4.1;
    private static final double WIDEST = 5.1;
    private static final int REACH = 7;
    private static final int SIDE = 2 * REACH + 1;

    private final float[] values;

    private Ridges(float[] values) {
        this.values = values;
    }

    /** Grows them; the same seed grows the same. */
    static Ridges grow(long seed, Pattern pattern) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + pattern.ordinal());
        RidgeFlow flow = new RidgeFlow(pattern, random);
        Swell density = new Swell(random, 60, 140);
        double period = random.nextDouble(4.35, 4.75);
        float[][] filters = filters();
        short[] filter = new short[WIDTH * HEIGHT];
        float[] now = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double angle = flow.at((x - WIDTH / 2.0) / PER_MILLIMETRE, (HEIGHT / 2.0 - y) / PER_MILLIMETRE);
                int direction = (int) Math.floorMod(Math.round(angle / Math.PI * DIRECTIONS), (long) DIRECTIONS);
                double here = period * (1 + 0.05 * density.at(x, y));
                double step = (here - CLOSEST) / (WIDEST - CLOSEST) * (PERIODS - 1);
                filter[y * WIDTH + x] =
                        (short) (direction * PERIODS + Math.clamp(Math.round(step), 0, PERIODS - 1));
                now[y * WIDTH + x] = (float) random.nextGaussian();
            }
        }
        for (int i = 0; i < TIMES; i++) {
            now = filtered(now, filters, filter);
        }
        return new Ridges(now);
    }

    /** Each a wave across its direction under a bell that shows three crests of it, together without weight. */
    private static float[][] filters() {
        float[][] filters = new float[DIRECTIONS * PERIODS][];
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double angle = Math.PI * direction / DIRECTIONS;
            for (int step = 0; step < PERIODS; step++) {
                filters[direction * PERIODS + step] =
                        filter(angle, CLOSEST + (WIDEST - CLOSEST) * step / (PERIODS - 1));
            }
        }
        return filters;
    }

    private static float[] filter(double angle, double period) {
        float[] filter = new float[SIDE * SIDE];
        double width = 0.42 * period;
        double sum = 0;
        double bells = 0;
        for (int y = -REACH; y <= REACH; y++) {
            for (int x = -REACH; x <= REACH; x++) {
                // y counts downwards here.
                double across = x * Math.sin(angle) + y * Math.cos(angle);
                double bell = Math.exp(-(x * x + y * y) / (2 * width * width));
                filter[index(x, y)] = (float) (bell * Math.cos(Math.TAU * across / period));
                sum += filter[index(x, y)];
                bells += bell;
            }
        }
        for (int y = -REACH; y <= REACH; y++) {
            for (int x = -REACH; x <= REACH; x++) {
                filter[index(x, y)] -= (float) (sum / bells * Math.exp(-(x * x + y * y) / (2 * width * width)));
            }
        }
        return filter;
    }

    private static int index(int x, int y) {
        return (y + REACH) * SIDE + x + REACH;
    }

    private static float[] filtered(float[] from, float[][] filters, short[] which) {
        float[] to = new float[from.length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float[] filter = filters[which[y * WIDTH + x]];
                float sum = 0;
                int last = Math.min(REACH, WIDTH - 1 - x);
                for (int dy = Math.max(-REACH, -y); dy <= Math.min(REACH, HEIGHT - 1 - y); dy++) {
                    int row = (y + dy) * WIDTH + x;
                    for (int dx = Math.max(-REACH, -x); dx <= last; dx++) {
                        sum += filter[index(dx, dy)] * from[row + dx];
                    }
                }
                to[y * WIDTH + x] = (float) Math.tanh(0.6 * sum);
            }
        }
        return to;
    }

    /** The height at a place in points of a pad from the middle, x to the right and y down. Beyond the finger there is none. */
    double at(double padX, double padY) {
        double x = padX / PAD_POINTS + WIDTH / 2.0;
        double y = padY / PAD_POINTS + HEIGHT / 2.0;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 1 || top < 1 || left > WIDTH - 3 || top > HEIGHT - 3) {
            return -1;
        }
        double sum = 0;
        for (int row = -1; row <= 2; row++) {
            double weight = cubic(y - top - row);
            for (int column = -1; column <= 2; column++) {
                sum += weight * cubic(x - left - column) * values[(top + row) * WIDTH + left + column];
            }
        }
        return sum;
    }

    /** Catmull and Rom's spline. */
    private static double cubic(double distance) {
        double d = Math.abs(distance);
        return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }
}
