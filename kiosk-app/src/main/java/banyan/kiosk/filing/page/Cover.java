package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;

/** Whether something lies over the page: what covers a page comes in over one of its sides, as skin or as darkness. */
final class Cover {
    /** How far inside the page it is looked, in shares of its width or height: print stays out of this margin. */
    private static final double[] INSIDE = {0.012, 0.024, 0.036};

    /** What comes in over a side is dark up to it; a printed frame leaves a rim of paper. */
    private static final double RIM = 0.007;

    private static final double[] OUTSIDE = {-0.012, -0.024, -0.036};

    /** A finger is some 16 mm, 5 % of a page; a punched hole or a staple is less. */
    private static final double LEAST_RUN = 0.036;

    /** Between two fingers there may be so much paper. */
    private static final int LARGEST_GAP = 2;

    /** An arm laid along the page makes its own straight edge; it is wider than this. */
    private static final double LEAST_ARM = 0.15;

    /** A desk of the colour of skin lies along all of the page. */
    private static final double SKIN_DESK = 0.4;

    private static final double DARK = 0.58;
    private static final int SAMPLES = 120;

    private final Scene scene;
    private final Outline page;
    private final Light light;

    private Cover(Scene scene, Outline page, Light light) {
        this.scene = scene;
        this.page = page;
        this.light = light;
    }

    /** The side over which the page is covered most, {@link Side#NOWHERE} if over none. */
    static Side over(Scene scene, Outline page, Light light) {
        return new Cover(scene, page, light).worst();
    }

    static Side side(int index) {
        return switch (index) {
            case 0 -> Side.TOP;
            case 1 -> Side.RIGHT;
            case 2 -> Side.BOTTOM;
            default -> Side.LEFT;
        };
    }

    private Side worst() {
        double longest = 0;
        for (int side = 0; side < 4; side++) {
            longest = Math.max(longest, page.corner(side).to(page.corner(side + 1)));
        }
        boolean skinDesk = skinOutside() > SKIN_DESK;
        double[] excess = new double[4];
        boolean[] full = new boolean[4];
        for (int side = 0; side < 4; side++) {
            double perSample = page.corner(side).to(page.corner(side + 1)) / SAMPLES / longest;
            int inside = longestRun(side, INSIDE);
            int outside = skinDesk ? 0 : longestRun(side, OUTSIDE);
            full[side] = inside > 0.85 * SAMPLES;
            excess[side] = Math.max(inside * perSample / LEAST_RUN, outside * perSample / LEAST_ARM);
        }
        int worst = 0;
        for (int side = 0; side < 4; side++) {
            // A printed frame runs along a whole side and along the one across from it; nobody's arms do.
            excess[side] = full[side] && full[(side + 2) % 4] ? 0 : excess[side];
            worst = excess[side] > excess[worst] ? side : worst;
        }
        return excess[worst] < 1 ? Side.NOWHERE : side(worst);
    }

    private int longestRun(int side, double[] depths) {
        int longest = 0;
        int run = 0;
        int gap = 0;
        for (int i = 0; i < SAMPLES; i++) {
            if (covered(side, (i + 0.5) / SAMPLES, depths)) {
                run += gap + 1;
                gap = 0;
            } else if (run > 0 && gap < LARGEST_GAP) {
                gap++;
            } else {
                run = 0;
                gap = 0;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private boolean covered(int side, double along, double[] depths) {
        int hits = 0;
        for (double depth : depths) {
            hits += skin(side, along, depth) || depth > 0 && dark(side, along, depth) && dark(side, along, RIM) ? 1 : 0;
        }
        return hits >= 2;
    }

    private boolean skin(int side, double along, double depth) {
        var at = at(side, along, depth);
        return scene.holds(at.x(), at.y()) && scene.skin((int) Math.round(at.x()), (int) Math.round(at.y()));
    }

    private boolean dark(int side, double along, double depth) {
        var at = at(side, along, depth);
        return scene.holds(at.x(), at.y())
                && scene.luma((int) Math.round(at.x()), (int) Math.round(at.y()))
                        < DARK * light.at(across(side, along, depth), down(side, along, depth));
    }

    private Corner at(int side, double along, double depth) {
        return Light.inPage(page, across(side, along, depth), down(side, along, depth));
    }

    private static double across(int side, double along, double depth) {
        return side == 1 ? 1 - depth : side == 3 ? depth : along;
    }

    private static double down(int side, double along, double depth) {
        return side == 0 ? depth : side == 2 ? 1 - depth : along;
    }

    /** Share of skin right around the page. */
    private double skinOutside() {
        int skin = 0;
        for (int i = 0; i < 4 * SAMPLES; i++) {
            double along = (i / 4 + 0.5) / SAMPLES;
            skin += covered(i % 4, along, OUTSIDE) ? 1 : 0;
        }
        return (double) skin / (4 * SAMPLES);
    }
}
