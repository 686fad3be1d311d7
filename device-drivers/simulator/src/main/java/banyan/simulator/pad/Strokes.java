package banyan.simulator.pad;

import banyan.simulator.twin.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A signature as strokes of points.
 *
 * @param strokes in the order they are drawn; the pen leaves the surface after each
 */
record Strokes(List<List<Point>> strokes) {
    /** More than a minute of writing at the pad's rate. */
    private static final int MOST_POINTS = 10_000;

    /** Two minutes: no signature takes longer, and a request that waits must come to an end. */
    private static final int LATEST_MILLIS = 120_000;

    /** A pad reports about 133 points a second. */
    private static final int PAD_MILLIS = 8;

    /**
     * @param x 0 at the left edge to 1 at the right
     * @param y 0 at the top edge to 1 at the bottom
     * @param pressure 0 to 1
     * @param millis since the first point
     */
    record Point(double x, double y, double pressure, int millis) {}

    Strokes {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /**
     * {@code [[[x, y, pressure, ms], …], …]}, or the same with {@code {"x", "y", "p", "t"}} for each point; pressure and
     * time may be left out.
     */
    static Optional<Strokes> read(JsonNode json, Fields into) {
        if (!(json instanceof ArrayNode outer)) {
            into.mistaken("strokes must be a list of strokes, each a list of points");
            return Optional.empty();
        }
        List<List<Point>> strokes = new ArrayList<>();
        int points = 0;
        int last = 0;
        for (JsonNode inner : outer) {
            List<Point> stroke = new ArrayList<>();
            for (JsonNode entry : inner) {
                Point point = point(entry, last);
                if (++points > MOST_POINTS || !sensible(point, last)) {
                    into.mistaken(
                            "point " + points + ": x, y and pressure go from 0 to 1, milliseconds never back and to "
                                    + LATEST_MILLIS + ", and there are " + MOST_POINTS + " points at most");
                    return Optional.empty();
                }
                last = point.millis();
                stroke.add(point);
            }
            if (stroke.isEmpty()) {
                into.mistaken("a stroke has at least one point");
                return Optional.empty();
            }
            strokes.add(stroke);
        }
        return Optional.of(new Strokes(strokes));
    }

    /** What is left out is a middling pressure, and the time a pad takes from one point to the next. */
    private static Point point(JsonNode entry, int last) {
        boolean list = entry.isArray();
        return new Point(
                (list ? entry.path(0) : entry.path("x")).doubleValue(-1),
                (list ? entry.path(1) : entry.path("y")).doubleValue(-1),
                either(list ? entry.path(2) : entry.path("p"), 0.5),
                (int) Math.round(either(list ? entry.path(3) : entry.path("t"), last + PAD_MILLIS)));
    }

    private static double either(JsonNode value, double missing) {
        return value.isMissingNode() ? missing : value.doubleValue(-1);
    }

    private static boolean sensible(Point point, int last) {
        return within(point.x())
                && within(point.y())
                && within(point.pressure())
                && point.millis() >= last
                && point.millis() <= LATEST_MILLIS;
    }

    private static boolean within(double value) {
        return value >= 0 && value <= 1;
    }
}
