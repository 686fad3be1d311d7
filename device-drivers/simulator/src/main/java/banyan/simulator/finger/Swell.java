package banyan.simulator.finger;

import java.util.random.RandomGenerator;

/** A smooth landscape of random hills: some long waves of different directions, together between about -1 and 1. */
final class Swell {
    private static final int WAVES = 7;

    private final double[] x = new double[WAVES];
    private final double[] y = new double[WAVES];
    private final double[] phase = new double[WAVES];

    /** Hills whose width lies between these, in points. */
    Swell(RandomGenerator random, double shortest, double longest) {
        for (int i = 0; i < WAVES; i++) {
            double length = random.nextDouble(shortest, longest);
            double direction = random.nextDouble(Math.TAU);
            x[i] = Math.TAU / length * Math.cos(direction);
            y[i] = Math.TAU / length * Math.sin(direction);
            phase[i] = random.nextDouble(Math.TAU);
        }
    }

    double at(double atX, double atY) {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            sum += Math.cos(x[i] * atX + y[i] * atY + phase[i]);
        }
        return sum / Math.sqrt(WAVES * 2);
    }
}
