package banyan.simulator.camera;

/** A hand that lies on the sheet, reaching in from the lower right: rounded lines, in pixels of the sensor. */
final class Hand {
    /** How far its shadow reaches. */
    static final double SHADOW = 90;

    /** From x, y to x, y, with a radius: forearm, palm, four fingers, thumb. */
    private static final double[][] LIMBS = {
        {3000, 2420, 4300, 3300, 330},
        {2500, 2020, 2900, 2330, 400},
        {2330, 1800, 1900, 1180, 105},
        {2200, 1900, 1640, 1340, 112},
        {2150, 2050, 1530, 1590, 108},
        {2160, 2220, 1580, 1930, 92},
        {2560, 1800, 2520, 1330, 118},
    };

    private Hand() {}

    /** Sensor pixels from the hand's outline; negative within. */
    static double distance(double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (double[] limb : LIMBS) {
            double dx = limb[2] - limb[0];
            double dy = limb[3] - limb[1];
            double along = ((x - limb[0]) * dx + (y - limb[1]) * dy) / (dx * dx + dy * dy);
            double at = Math.clamp(along, 0, 1);
            double gap = Math.hypot(x - limb[0] - at * dx, y - limb[1] - at * dy) - limb[4];
            nearest = Math.min(nearest, gap);
        }
        return nearest;
    }

    /** Skin, darker towards the outline. */
    static int colour(double distance) {
        double depth = Math.clamp(-distance / 90, 0, 1);
        double shade = 0.66 + 0.34 * depth * (2 - depth);
        return (int) (208 * shade) << 16 | (int) (160 * shade) << 8 | (int) (132 * shade);
    }
}
