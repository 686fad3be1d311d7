package banyan.simulator.finger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which way the ridges run, by Sherlock and Monro: half the angles to the cores less half the angles to the deltas. Lengths are in
 * millimetres from the middle of the finger, x to the right and y to the fingertip.
 */
final class RidgeFlow {
    private static final double WAVERING = 0.13;

    private record Point(double x, double y) {
        double angleFrom(double atX, double atY) {
            return Math.atan2(atY - y, atX - x);
        }
    }

    private final List<Point> cores = new ArrayList<>();
    private final List<Point> deltas = new ArrayList<>();
    private final Swell wavering;
    private final double rise;
    private final double crest;

    RidgeFlow(Pattern pattern, RandomGenerator random) {
        wavering = new Swell(random, 9, 22);
        rise = pattern == Pattern.ARCH ? random.nextDouble(3.2, 4.6) : 0;
        crest = random.nextDouble(-1.5, 1);
        double x = random.nextDouble(-0.8, 0.8);
        double y = random.nextDouble(0.4, 2);
        switch (pattern) {
            case ARCH -> {}
            case TENTED_ARCH -> {
                cores.add(new Point(x, y));
                deltas.add(new Point(x + random.nextDouble(-0.3, 0.3), y - random.nextDouble(3.5, 4.6)));
            }
            case LEFT_LOOP -> {
                cores.add(new Point(x, y));
                deltas.add(new Point(x + random.nextDouble(4, 5.4), y - random.nextDouble(4.2, 6)));
            }
            case RIGHT_LOOP -> {
                cores.add(new Point(x, y));
                deltas.add(new Point(x - random.nextDouble(4, 5.4), y - random.nextDouble(4.2, 6)));
            }
            case WHORL -> {
                double apart = random.nextDouble(0.6, 2);
                cores.add(new Point(x, y + apart / 2));
                cores.add(new Point(x + random.nextDouble(-0.4, 0.4), y - apart / 2));
                beside(x, y, random);
            }
            case TWIN_LOOP -> {
                double apart = random.nextDouble(1.2, 1.8);
                cores.add(new Point(x - apart, y + apart));
                cores.add(new Point(x + apart, y - apart));
                beside(x, y, random);
            }
        }
    }

    private void beside(double x, double y, RandomGenerator random) {
        deltas.add(new Point(x - random.nextDouble(4.6, 6), y - random.nextDouble(4.5, 6.3)));
        deltas.add(new Point(x + random.nextDouble(4.6, 6), y - random.nextDouble(4.5, 6.3)));
    }

    /** The angle of the ridge at this place to the x axis, turning towards the fingertip. */
    double at(double x, double y) {
        double twice = 0;
        for (Point core : cores) {
            twice += core.angleFrom(x, y);
        }
        for (Point delta : deltas) {
            twice -= delta.angleFrom(x, y);
        }
        return twice / 2 + arched(x, y) + WAVERING * wavering.at(x, y);
    }

    /** Ridges follow the fingertip's outline, the more the nearer to it; an arch has its hill in the middle. */
    private double arched(double x, double y) {
        double tip = Math.clamp((y + 4) / 14, 0, 1) * 0.09;
        double hill = rise * Math.exp(-(x * x) / 18 - (y - crest) * (y - crest) / 30) / 9;
        return Math.atan(-x * (tip + hill));
    }
}
