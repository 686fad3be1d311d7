package banyan.kiosk.filing.page;

import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.filing.page.Outline.Corner;
import banyan.kiosk.filing.page.PageLook.Hint;
import java.util.Optional;

/** Judges live frames of the document camera. Keeps nothing between two looks, and nothing of a frame. */
public final class PageFinder {
    /** A page nearer to the border than this share of the picture counts as leaving it. */
    private static final double RIM = 0.006;

    static final double LEAST_INK = 0.0008;

    /** In a frame of some 1000 pixels a letter is few pixels wide; less than this is motion or a camera still focusing. */
    private static final double LEAST_SHARPNESS = 0.17;

    private static final int PATCH = 12;

    private static final double LEAST_GLARE = 0.004;
    private static final double MOST_GLARE = 0.5;

    /** Loads the native libraries, so that the first look is as quick as any other. */
    public PageFinder() {
        OpenCv.ready();
    }

    /** What this frame shows; some ten milliseconds for a frame of a thousand pixels. */
    public PageLook look(Frame frame) {
        var scene = Scene.of(frame.width(), frame.height(), frame.argb());
        var found = PageSearch.in(scene);
        if (found.isEmpty()) {
            return new PageLook(Optional.empty(), false, false, true, true, Hint.LAY_A_PAGE, Side.NOWHERE);
        }
        var page = found.get().outline();
        var leaves = leaving(scene, found.get());
        var light = Light.of(scene, page);
        var covered = Cover.over(scene, page, light);
        boolean glare = glare(scene, page, light);
        var writing = Writing.on(scene, page, light, brightness(frame), PATCH);
        boolean blank = writing.ink() < LEAST_INK;
        boolean sharp = blank || writing.sharpness() >= LEAST_SHARPNESS;
        var hint = hint(leaves, covered, glare, sharp, blank);
        var side = hint == Hint.MOVE_INSIDE ? leaves : hint == Hint.TAKE_HAND_AWAY ? covered : Side.NOWHERE;
        return new PageLook(
                Optional.of(page.scaled(scene.scale)),
                leaves == Side.NOWHERE,
                sharp,
                !glare,
                covered == Side.NOWHERE,
                hint,
                side);
    }

    private static Hint hint(Side leaves, Side covered, boolean glare, boolean sharp, boolean blank) {
        if (leaves != Side.NOWHERE) {
            return Hint.MOVE_INSIDE;
        }
        if (covered != Side.NOWHERE) {
            return Hint.TAKE_HAND_AWAY;
        }
        if (glare) {
            return Hint.AVOID_GLARE;
        }
        if (!sharp) {
            return Hint.HOLD_STILL;
        }
        return blank ? Hint.TURN_OVER : Hint.GOOD;
    }

    /** The side of the picture over which the page leaves it. */
    static Side leaving(Scene scene, PageSearch.Found found) {
        double rim = RIM * Scene.LONG_SIDE;
        double[] over = new double[4];
        for (int i = 0; i < 4; i++) {
            Corner corner = found.outline().corner(i);
            over[0] = Math.max(over[0], rim - corner.y());
            over[1] = Math.max(over[1], corner.x() - (scene.width - 1 - rim));
            over[2] = Math.max(over[2], corner.y() - (scene.height - 1 - rim));
            over[3] = Math.max(over[3], rim - corner.x());
        }
        int worst = 0;
        for (int side = 1; side < 4; side++) {
            worst = over[side] > over[worst] ? side : worst;
        }
        return over[worst] > 0 ? Cover.side(worst) : Side.NOWHERE;
    }

    /** A lamp in the page: white beyond the paper's own white. Where the paper itself is that white, nothing can be said. */
    private static boolean glare(Scene scene, Outline page, Light light) {
        if (light.at(0.5, 0.5) > 232) {
            return false;
        }
        int bright = 0;
        int steps = 60;
        for (int i = 0; i < steps * steps; i++) {
            double u = (i % steps + 0.5) / steps;
            double v = (i / steps + 0.5) / steps;
            var at = Light.inPage(page, u, v);
            if (scene.holds(at.x(), at.y())) {
                int luma = scene.luma((int) at.x(), (int) at.y());
                bright += luma >= 249 && luma > 1.08 * light.at(u, v) ? 1 : 0;
            }
        }
        double share = (double) bright / (steps * steps);
        return share > LEAST_GLARE && share < MOST_GLARE;
    }

    private static Edges.Brightness brightness(Frame frame) {
        int[] argb = frame.argb();
        int width = frame.width();
        int height = frame.height();
        return new Edges.Brightness() {
            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return height;
            }

            @Override
            public double at(double x, double y) {
                return Scene.luma(argb[(int) y * width + (int) x]);
            }
        };
    }
}
