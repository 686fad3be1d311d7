package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plane geometry of outlines: hull, and the four-sided figure around it. */
final class Polygon {
    private Polygon() {}

    /** The convex hull, clockwise on a screen (y grows downwards), without points in a straight line. */
    static List<Corner> hull(List<Corner> points) {
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Corner::x).thenComparingDouble(Corner::y));
        if (sorted.size() < 3) {
            return sorted;
        }
        var hull = half(sorted);
        var back = half(sorted.reversed());
        hull.removeLast();
        back.removeLast();
        hull.addAll(back);
        return hull;
    }

    private static List<Corner> half(List<Corner> sorted) {
        var chain = new ArrayList<Corner>();
        for (var point : sorted) {
            while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    /** Positive where the way a → b → c turns to the right on a screen. */
    private static double turn(Corner a, Corner b, Corner c) {
        return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
    }

    /**
     * The four-sided figure around a convex outline: sides are taken away one by one, each time the one that adds the least area
     * when its neighbours are drawn out until they meet. So a corner under a hand is found where its two sides would meet.
     */
    static Optional<Outline> fourSides(List<Corner> convex) {
        var sides = new ArrayList<>(convex);
        while (sides.size() > 4) {
            int cheapest = -1;
            double least = Double.MAX_VALUE;
            Corner meeting = null;
            for (int i = 0; i < sides.size(); i++) {
                var a = corner(sides, i);
                var b = corner(sides, i + 1);
                var met = meet(corner(sides, i - 1), a, b, corner(sides, i + 2));
                if (met.isPresent()) {
                    double added = Math.abs(turn(a, met.get(), b)) / 2;
                    if (added < least) {
                        least = added;
                        cheapest = i;
                        meeting = met.get();
                    }
                }
            }
            if (meeting == null) {
                return Optional.empty();
            }
            int gone = (cheapest + 1) % sides.size();
            sides.set(cheapest, meeting);
            sides.remove(gone);
        }
        return sides.size() == 4 ? Optional.of(ordered(sides)) : Optional.empty();
    }

    /** Where the line from {@code before} through {@code a} meets the line from {@code after} through {@code b}, beyond both. */
    private static Optional<Corner> meet(Corner before, Corner a, Corner b, Corner after) {
        double ux = a.x() - before.x();
        double uy = a.y() - before.y();
        double vx = b.x() - after.x();
        double vy = b.y() - after.y();
        double cross = ux * vy - uy * vx;
        if (Math.abs(cross) < 1e-9) {
            return Optional.empty();
        }
        double along = ((b.x() - a.x()) * vy - (b.y() - a.y()) * vx) / cross;
        double other = ((b.x() - a.x()) * uy - (b.y() - a.y()) * ux) / cross;
        if (along < 0 || other < 0) {
            return Optional.empty();
        }
        return Optional.of(new Corner(a.x() + along * ux, a.y() + along * uy));
    }

    /** Four corners in clockwise order, turned so that the one nearest the upper left comes first. */
    static Outline ordered(List<Corner> four) {
        int first = 0;
        for (int i = 1; i < 4; i++) {
            if (four.get(i).x() + four.get(i).y()
                    < four.get(first).x() + four.get(first).y()) {
                first = i;
            }
        }
        return new Outline(
                corner(four, first), corner(four, first + 1), corner(four, first + 2), corner(four, first + 3));
    }

    private static Corner corner(List<Corner> corners, int index) {
        return corners.get(Math.floorMod(index, corners.size()));
    }

    /** Of a figure whose sides do not cross. */
    static double area(List<Corner> hull) {
        double twice = 0;
        for (int i = 0; i < hull.size(); i++) {
            var a = hull.get(i);
            var b = hull.get((i + 1) % hull.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    /** Whether the point lies in a hull or on its rim. */
    static boolean holds(List<Corner> hull, double x, double y) {
        for (int i = 0; i < hull.size(); i++) {
            if (turn(hull.get(i), corner(hull, i + 1), new Corner(x, y)) < 0) {
                return false;
            }
        }
        return true;
    }
}
