package banyan.kiosk.documents;

import banyan.item.Value;
import java.util.List;

/**
 * A signature as it was written: strokes of points, each with its place on the writing field (0 to 1 from the left and
 * from the top), its pressure (0 to 1) and its time in milliseconds since the first touch.
 *
 * @param aspect width of the writing field divided by its height, so that the drawing is not stretched on paper
 */
public record Signature(double aspect, List<Stroke> strokes) {
    public Signature {
        if (!(aspect > 0)) {
            throw new IllegalArgumentException("a writing field has a width and a height");
        }
        strokes = List.copyOf(strokes);
    }

    /** One line drawn without lifting the pen. */
    public record Stroke(List<Point> points) {
        public Stroke {
            points = List.copyOf(points);
        }

        @Override
        public String toString() {
            return "Stroke[" + points.size() + " points]";
        }
    }

    /** Where the pen was, how hard it pressed, and when. */
    public record Point(double x, double y, double pressure, long millis) {
        @Override
        public String toString() {
            return "Point";
        }
    }

    /** The strokes as a value that a document can be filled with. */
    public Value.Ink ink() {
        return new Value.Ink(
                aspect,
                1,
                strokes.stream()
                        .map(stroke -> new Value.Ink.Stroke(stroke.points().stream()
                                .map(point -> new Value.Ink.Point(point.x() * aspect, point.y(), point.pressure()))
                                .toList()))
                        .toList());
    }

    /** Biometric data: only the count of strokes may be told. */
    @Override
    public String toString() {
        return "Signature[" + strokes.size() + " strokes]";
    }
}
