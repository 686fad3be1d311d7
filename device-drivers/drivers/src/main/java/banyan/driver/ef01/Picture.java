package banyan.driver.ef01;

import banyan.device.FingerprintPad.FingerImage;

/** What the module's four bits a point show, and whether that is enough to compare fingers by. */
final class Picture {
    /** About a ridge and a half a side at 500 dots an inch. */
    private static final int BLOCK = 16;

    /** Ridges and valleys differ by so much, as the deviation of their greys. */
    private static final double CONTRAST = 34;

    /** Ridges run one way within a block: 0 is none, 1 all one. Grains of a dry finger, and a wet one's blots, have no way. */
    private static final double ONE_WAY = 0.42;

    /** So much of the glass must show ridges. */
    private static final double COVERED = 0.33;

    /** Sixteen steps of grey, of which the lightest is white. */
    private static final int STEP = 17;

    private Picture() {}

    /** A byte a point, from two points a byte, the left one in the upper half. */
    static byte[] unpacked(byte[] packed) {
        byte[] grey = new byte[packed.length * 2];
        for (int i = 0; i < packed.length; i++) {
            grey[2 * i] = (byte) ((packed[i] >> 4 & 0xF) * STEP);
            grey[2 * i + 1] = (byte) ((packed[i] & 0xF) * STEP);
        }
        return grey;
    }

    /** Whether enough of the glass shows clear ridges. */
    static boolean good(FingerImage image) {
        return covered(image) >= COVERED;
    }

    /** The part of the glass that shows clear ridges, 0 to 1. */
    static double covered(FingerImage image) {
        int blocks = 0;
        int clear = 0;
        for (int top = 1; top + BLOCK < image.height(); top += BLOCK) {
            for (int left = 1; left + BLOCK < image.width(); left += BLOCK) {
                blocks++;
                clear += clear(image.grey(), image.width(), left, top) ? 1 : 0;
            }
        }
        return (double) clear / blocks;
    }

    private static boolean clear(byte[] grey, int width, int left, int top) {
        double sum = 0;
        double squares = 0;
        double across = 0;
        double down = 0;
        double both = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int at = y * width + x;
                int value = grey[at] & 0xFF;
                sum += value;
                squares += (double) value * value;
                int toRight = (grey[at + 1] & 0xFF) - (grey[at - 1] & 0xFF);
                int toBottom = (grey[at + width] & 0xFF) - (grey[at - width] & 0xFF);
                across += toRight * toRight;
                down += toBottom * toBottom;
                both += toRight * toBottom;
            }
        }
        int points = BLOCK * BLOCK;
        double mean = sum / points;
        double deviation = Math.sqrt(Math.max(0, squares / points - mean * mean));
        double oneWay = Math.hypot(across - down, 2 * both) / Math.max(1, across + down);
        return deviation >= CONTRAST && oneWay >= ONE_WAY;
    }
}
