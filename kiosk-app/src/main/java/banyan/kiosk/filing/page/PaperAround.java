package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the paper goes on around an outline: what has the paper's own brightness and colour and hangs together with it, up to four
 * straight sides. A desk of just the paper's colour has no sides in the picture, so that it is never taken for paper.
 */
final class PaperAround {
    /** Beside the brightness that the paper would have there. */
    private static final double AS_BRIGHT = 0.06;

    /** In {@link Scene#red}'s units. */
    private static final int AS_COLOURED = 6;

    /** A dark frame of this share of the page's width parts the paper's rim from the rest. */
    private static final double BRIDGED = 0.03;

    private static final double LEAST_GROWTH = 1.015;
    private static final double MOST_GROWTH = 4;
    private static final double LEAST_SUPPORT = 0.6;
    private static final int REACH = 6;
    private static final int HALF = 128;
    private static final int RIM = 3;
    private static final int CELLS = 24;

    private final Scene scene;
    private final Outline inner;
    private final Light light;
    private final int[] colour;

    private PaperAround(Scene scene, Outline inner) {
        this.scene = scene;
        this.inner = inner;
        light = Light.ofBarePaper(scene, inner);
        colour = colour();
    }

    /** The paper's own outline, if it is clearly larger than this one. */
    static Optional<Outline> of(Scene scene, Outline inner) {
        return new PaperAround(scene, inner).outline();
    }

    private Optional<Outline> outline() {
        byte[] paper = paper();
        byte[] joined = paper.clone();
        bridge(joined);
        return Contours.ofAreas(joined, scene.width, scene.height).stream()
                .max(Comparator.comparingDouble(Polygon::area))
                .filter(hull -> hull.stream().noneMatch(this::onRim))
                .flatMap(hull -> fitted(around(paper, hull)));
    }

    /** 255 from the first to the last of the paper in each row of the picture: the bridge may have gone beyond it. */
    private byte[] around(byte[] paper, List<Corner> hull) {
        byte[] whole = new byte[paper.length];
        for (int y = 0; y < scene.height; y++) {
            int row = y * scene.width;
            int first = -1;
            int last = -1;
            for (int x = 1; x < scene.width; x++) {
                if (paper[row + x] != 0 && paper[row + x - 1] != 0 && Polygon.holds(hull, x, y)) {
                    first = first < 0 ? x - 1 : first;
                    last = x;
                }
            }
            if (first >= 0) {
                Arrays.fill(whole, row + first, row + last + 1, (byte) 255);
            }
        }
        return whole;
    }

    private Optional<Outline> fitted(byte[] whole) {
        var edges = new Edges(Edges.of(whole, scene.width, scene.height), REACH, HALF);
        return Contours.ofAreas(whole, scene.width, scene.height).stream()
                .max(Comparator.comparingDouble(Polygon::area))
                .filter(hull -> grown(Polygon.area(hull)))
                .flatMap(Polygon::fourSides)
                .map(edges::fit)
                .map(once -> edges.fit(once.outline()))
                .filter(twice -> Arrays.stream(twice.support()).allMatch(side -> side >= LEAST_SUPPORT))
                .map(Edges.Fitted::outline)
                .filter(found -> grown(found.area()));
    }

    private boolean grown(double area) {
        double times = area / inner.area();
        return times > LEAST_GROWTH && times < MOST_GROWTH;
    }

    private boolean onRim(Corner corner) {
        return corner.x() < RIM
                || corner.y() < RIM
                || corner.x() > scene.width - 1 - RIM
                || corner.y() > scene.height - 1 - RIM;
    }

    /** 255 where the picture looks as the paper does. */
    private byte[] paper() {
        double[] plane = plane();
        byte[] mask = new byte[scene.width * scene.height];
        for (int y = 0; y < scene.height; y++) {
            for (int x = 0; x < scene.width; x++) {
                double expected = plane[0] + plane[1] * x + plane[2] * y;
                boolean like = Math.abs(scene.luma(x, y) - expected) < AS_BRIGHT * expected
                        && Math.abs(scene.red(x, y) - colour[0]) <= AS_COLOURED
                        && Math.abs(scene.blue(x, y) - colour[1]) <= AS_COLOURED;
                mask[y * scene.width + x] = (byte) (like ? 255 : 0);
            }
        }
        return mask;
    }

    /** The light in the page as a plane over the picture, so that it says what paper around the page would look like. */
    private double[] plane() {
        Corner o = inner.topLeft();
        Corner u = inner.topRight();
        Corner v = inner.bottomLeft();
        double ux = u.x() - o.x();
        double uy = u.y() - o.y();
        double vx = v.x() - o.x();
        double vy = v.y() - o.y();
        double cross = ux * vy - uy * vx;
        double perX = (light.perU() * vy - light.perV() * uy) / cross;
        double perY = (light.perV() * ux - light.perU() * vx) / cross;
        return new double[] {light.constant() - perX * o.x() - perY * o.y(), perX, perY};
    }

    /** Fills the outline and a little more, so that what a printed frame parts hangs together. */
    private void bridge(byte[] mask) {
        for (int y = 0; y < scene.height; y++) {
            for (int x = 0; x < scene.width; x++) {
                if (inside(x, y)) {
                    mask[y * scene.width + x] = (byte) 255;
                }
            }
        }
    }

    private boolean inside(int x, int y) {
        double room = BRIDGED * inner.topLeft().to(inner.topRight());
        for (int side = 0; side < 4; side++) {
            Corner a = inner.corner(side);
            Corner b = inner.corner(side + 1);
            double out = ((b.y() - a.y()) * (x - a.x()) - (b.x() - a.x()) * (y - a.y())) / a.to(b);
            if (out > room) {
                return false;
            }
        }
        return true;
    }

    /** The middle shares of red and blue where the page is bare. */
    private int[] colour() {
        int[] red = new int[CELLS * CELLS];
        int[] blue = new int[CELLS * CELLS];
        int count = 0;
        for (int i = 0; i < CELLS * CELLS; i++) {
            double u = (i % CELLS + 0.5) / CELLS;
            double v = (i / CELLS + 0.5) / CELLS;
            Corner at = Light.inPage(inner, u, v);
            if (scene.holds(at.x(), at.y())) {
                int x = (int) at.x();
                int y = (int) at.y();
                if (scene.luma(x, y) > (1 - AS_BRIGHT) * light.at(u, v)) {
                    red[count] = scene.red(x, y);
                    blue[count++] = scene.blue(x, y);
                }
            }
        }
        Arrays.sort(red, 0, count);
        Arrays.sort(blue, 0, count);
        return count == 0 ? new int[] {0, 0} : new int[] {red[count / 2], blue[count / 2]};
    }
}
