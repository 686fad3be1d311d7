package banyan.kiosk.filing;

import banyan.kiosk.documents.Signature;
import banyan.kiosk.documents.Signature.Point;
import java.util.List;
import java.util.Optional;

/** Says whether strokes can be a signature at all. Whose it is, it cannot say. Pure. */
public final class SignatureJudge {
    /** A stroke that stays within this share of the field's width is a dot. */
    private static final double DOT = 0.02;

    /** The pen must have gone at least so far, as a share of the field's width. */
    private static final double LEAST_WAY = 0.25;

    private SignatureJudge() {}

    /** Why strokes are none. */
    public enum Flaw {
        EMPTY,
        TAP_ONLY,
        TOO_SHORT
    }

    /** What is wrong with these strokes, if anything is. */
    public static Optional<Flaw> flaw(Signature signature) {
        var strokes = signature.strokes().stream()
                .map(Signature.Stroke::points)
                .filter(points -> !points.isEmpty())
                .toList();
        if (strokes.isEmpty()) {
            return Optional.of(Flaw.EMPTY);
        }
        if (strokes.stream().allMatch(points -> extent(points, signature.aspect()) < DOT)) {
            return Optional.of(Flaw.TAP_ONLY);
        }
        double way = strokes.stream()
                .mapToDouble(points -> way(points, signature.aspect()))
                .sum();
        return way < LEAST_WAY ? Optional.of(Flaw.TOO_SHORT) : Optional.empty();
    }

    /** How far the farthest point lies from the first, in widths of the field. */
    private static double extent(List<Point> points, double aspect) {
        Point first = points.getFirst();
        return points.stream()
                .mapToDouble(point -> distance(first, point, aspect))
                .max()
                .orElse(0);
    }

    private static double way(List<Point> points, double aspect) {
        double way = 0;
        for (int at = 1; at < points.size(); at++) {
            way += distance(points.get(at - 1), points.get(at), aspect);
        }
        return way;
    }

    private static double distance(Point one, Point other, double aspect) {
        return Math.hypot(other.x() - one.x(), (other.y() - one.y()) / aspect);
    }
}
