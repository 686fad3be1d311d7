package banyan.conformance;

import java.util.List;

/** A hand with a pen at a signature pad. */
public interface PadRig extends Rig {
    /** Draws strokes and returns when the last point is on the wire. */
    void draw(List<List<Point>> strokes);

    /** What these points are on the wire, so that it can be looked for in memory. */
    byte[] onTheWire(List<Point> points);

    /** From now on there are stray bytes before packets and pauses inside them. */
    void makeNoise();

    /**
     * A point of a stroke.
     *
     * @param x from the left edge, 0 to 1
     * @param y from the upper edge, 0 to 1
     * @param pressure 0 to 1
     * @param millis since the first point of the first stroke
     */
    record Point(double x, double y, double pressure, int millis) {}
}
