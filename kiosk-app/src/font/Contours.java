import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a glyph's contours enclose together, and the fewest points that say it. */
final class Contours {
    private Contours() {}

    record Point(double x, double y, boolean on) {
        Point rounded() {
            return new Point(Math.rint(x), Math.rint(y), on);
        }
    }

    /** The surface that lies under more than one contour, in square units. */
    static double overlap(Path2D outline) {
        Path2D evenOdd = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        evenOdd.append(outline.getPathIterator(null), false);
        return Math.abs(Math.abs(surface(new Area(outline))) - Math.abs(surface(new Area(evenOdd))));
    }

    /** The signed surface of an outline, its curves included (Green's theorem, exact for parabolas). */
    static double surface(Shape shape) {
        double sum = 0;
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    x = startX = c[0];
                    y = startY = c[1];
                }
                case PathIterator.SEG_LINETO -> {
                    sum += (x * c[1] - c[0] * y) / 2;
                    x = c[0];
                    y = c[1];
                }
                case PathIterator.SEG_QUADTO -> {
                    sum += (x * c[1] - c[0] * y) / 3 + (c[0] * c[3] - c[2] * c[1]) / 3 + (x * c[3] - c[2] * y) / 6;
                    x = c[2];
                    y = c[3];
                }
                case PathIterator.SEG_CLOSE -> sum += (x * startY - startX * y) / 2;
                default -> throw new IllegalArgumentException("a cubic curve in a TrueType outline");
            }
        }
        return sum;
    }

    /** The same surface in contours that do not overlap, the filled side to the right. */
    static List<List<Point>> merged(Path2D outline) {
        Area area = new Area(outline);
        boolean turn = surface(area) > 0; // TrueType: the filled side is to the right
        List<List<Point>> contours = new ArrayList<>();
        List<Point> contour = new ArrayList<>();
        double[] c = new double[6];
        for (PathIterator i = area.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> contour.add(new Point(c[0], c[1], true));
                case PathIterator.SEG_QUADTO -> {
                    contour.add(new Point(c[0], c[1], false));
                    contour.add(new Point(c[2], c[3], true));
                }
                case PathIterator.SEG_CLOSE -> {
                    List<Point> clean = clean(contour);
                    if (clean.size() > 2) {
                        contours.add(turn ? clean.reversed() : clean);
                    }
                    contour.clear();
                }
                default -> throw new IllegalArgumentException("a cubic curve from a TrueType outline");
            }
        }
        return contours;
    }

    /**
     * The same contour in whole units and in as few points as it needs.
     *
     * <p>{@code Area} cuts every curve where it turns over; the pieces are joined again,
     * and a point half way between two control points goes without saying.
     */
    private static List<Point> clean(List<Point> contour) {
        List<Point> kept = new ArrayList<>(contour);
        drop(kept, (before, here, after) -> here.on == after.on && near(here, after));
        joinCurves(kept);
        drop(kept, Contours::straight);
        List<Point> implied = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Point before = kept.get((i + kept.size() - 1) % kept.size());
            Point after = kept.get((i + 1) % kept.size());
            Point half = new Point((before.x + after.x) / 2, (before.y + after.y) / 2, true);
            boolean unsaid = kept.get(i).on && !before.on && !after.on && near(kept.get(i), half) && i > 0;
            if (!unsaid) {
                implied.add(kept.get(i).rounded());
            }
        }
        drop(implied, (before, here, after) -> here.equals(after) || straight(before, here, after));
        return implied;
    }

    private interface Needless {
        boolean test(Point before, Point here, Point after);
    }

    private static void drop(List<Point> points, Needless needless) {
        for (int i = 0; i < points.size() && points.size() > 2; ) {
            Point before = points.get((i + points.size() - 1) % points.size());
            Point after = points.get((i + 1) % points.size());
            if (needless.test(before, points.get(i), after)) {
                points.remove(i);
                i = Math.max(0, i - 2);
            } else {
                i++;
            }
        }
    }

    private static boolean straight(Point a, Point b, Point c) {
        double cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
        return a.on && c.on && Math.abs(cross) < 1e-3 && along >= 0;
    }

    private static boolean near(Point a, Point b) {
        return Math.abs(a.x - b.x) < 1e-3 && Math.abs(a.y - b.y) < 1e-3;
    }

    /** Puts two neighbouring curves back into the one they were cut from. */
    private static void joinCurves(List<Point> points) {
        for (int i = 0; i < points.size() && points.size() > 5; ) {
            int n = points.size();
            Optional<Point> whole = whole(
                    points.get((i + n - 2) % n),
                    points.get((i + n - 1) % n),
                    points.get(i),
                    points.get((i + 1) % n),
                    points.get((i + 2) % n));
            if (whole.isEmpty()) {
                i++;
                continue;
            }
            points.set((i + 1) % n, whole.get());
            points.remove(i);
            points.remove((i + n - 1) % n - (i == 0 ? 1 : 0));
            i = Math.max(0, i - 2);
        }
    }

    /** The control point of the curve from a to e that was cut at c, empty where it was not one curve. */
    private static Optional<Point> whole(Point a, Point b, Point c, Point d, Point e) {
        if (!a.on || b.on || !c.on || d.on || !e.on) {
            return Optional.empty();
        }
        double length = Math.hypot(d.x - b.x, d.y - b.y);
        double t = Math.hypot(c.x - b.x, c.y - b.y) / length;
        if (!(t > 0.001 && t < 0.999)) {
            return Optional.empty();
        }
        Point control = new Point(a.x + (b.x - a.x) / t, a.y + (b.y - a.y) / t, false);
        Point back = new Point(e.x + (d.x - e.x) / (1 - t), e.y + (d.y - e.y) / (1 - t), false);
        Point cut = new Point(b.x + (d.x - b.x) * t, b.y + (d.y - b.y) * t, true);
        boolean one = near(cut, c) && Math.abs(control.x - back.x) < 0.01 && Math.abs(control.y - back.y) < 0.01;
        return one ? Optional.of(control) : Optional.empty();
    }
}
