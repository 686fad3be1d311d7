package banyan.kiosk.filing.page;

import java.util.Arrays;

/**
 * What is written on a page, and how sharp it is.
 *
 * @param ink share of the page that is clearly darker than its paper
 * @param sharpness by how much of its whole contrast the writing changes from one pixel to the next, 0 to 0.5
 */
record Writing(double ink, double sharpness) {
    private static final int COLUMNS = 14;
    private static final int ROWS = 20;

    /** Print stays out of this margin, and the desk's shadow comes into it. */
    private static final double MARGIN = 0.04;

    private static final double INK = 0.84;

    /** The inkiest tiles are looked at closely. */
    private static final int CLOSE_LOOKS = 20;

    /** A tile with more ink than this is a photograph or a solid block, which says nothing of the focus. */
    private static final double SOLID = 0.9;

    /** Print of less contrast than this has been blurred away. */
    private static final int LEAST_CONTRAST = 40;

    /**
     * @param fine the picture in its full resolution
     * @param patch how many of its pixels are looked at closely, to each side
     */
    static Writing on(Scene scene, Outline page, Light light, Edges.Brightness fine, int patch) {
        int[] inkInTile = new int[COLUMNS * ROWS];
        int[] darkestX = new int[COLUMNS * ROWS];
        int[] darkestY = new int[COLUMNS * ROWS];
        int across = steps(page.topLeft().to(page.topRight()), COLUMNS);
        int down = steps(page.topLeft().to(page.bottomLeft()), ROWS);
        long inked = 0;
        long looked = 0;
        for (int tile = 0; tile < inkInTile.length; tile++) {
            double darkest = INK;
            for (int i = 0; i < across * down; i++) {
                double u = MARGIN + (1 - 2 * MARGIN) * (tile % COLUMNS + (i % across + 0.5) / across) / COLUMNS;
                double v = MARGIN + (1 - 2 * MARGIN) * (tile / COLUMNS + (i / across + 0.5) / down) / ROWS;
                var at = Light.inPage(page, u, v);
                if (scene.holds(at.x(), at.y())) {
                    looked++;
                    double dark = scene.luma((int) at.x(), (int) at.y()) / light.at(u, v);
                    if (dark < INK) {
                        inkInTile[tile]++;
                        inked++;
                        if (dark < darkest) {
                            darkest = dark;
                            darkestX[tile] = (int) at.x();
                            darkestY[tile] = (int) at.y();
                        }
                    }
                }
            }
        }
        leaveSolid(inkInTile, across * down);
        double sharpness = sharpness(scene, inkInTile, darkestX, darkestY, fine, patch);
        return new Writing(looked == 0 ? 0 : (double) inked / looked, sharpness);
    }

    private static int steps(double length, int tiles) {
        return Math.max(2, (int) Math.ceil((1 - 2 * MARGIN) * length / tiles));
    }

    /** Forgets the tiles that are ink all over, unless there are no others. */
    private static void leaveSolid(int[] inkInTile, int looks) {
        double most = SOLID * looks;
        if (Arrays.stream(inkInTile).anyMatch(ink -> ink > 0 && ink <= most)) {
            for (int tile = 0; tile < inkInTile.length; tile++) {
                inkInTile[tile] = inkInTile[tile] > most ? 0 : inkInTile[tile];
            }
        }
    }

    private static double sharpness(
            Scene scene, int[] inkInTile, int[] darkestX, int[] darkestY, Edges.Brightness fine, int patch) {
        int[] byInk = inkInTile.clone();
        Arrays.sort(byInk);
        int least = Math.max(1, byInk[Math.max(0, byInk.length - CLOSE_LOOKS)]);
        double[] found = new double[inkInTile.length];
        int count = 0;
        for (int tile = 0; tile < inkInTile.length; tile++) {
            if (inkInTile[tile] >= least) {
                double x = (darkestX[tile] + 0.5) * scene.scale;
                double y = (darkestY[tile] + 0.5) * scene.scale;
                found[count++] = inPatch(fine, (int) x, (int) y, patch);
            }
        }
        Arrays.sort(found, 0, count);
        // The upper third: a solid block or a photograph in some tiles says nothing of the focus.
        return count == 0 ? 0 : found[count * 2 / 3];
    }

    /** Steepest steps of a patch over its contrast; three pixels along each step are averaged, so that noise is not sharpness. */
    private static double inPatch(Edges.Brightness fine, int middleX, int middleY, int patch) {
        int left = Math.clamp(middleX - patch, 1, Math.max(1, fine.width() - 2 * patch - 2));
        int top = Math.clamp(middleY - patch, 1, Math.max(1, fine.height() - 2 * patch - 2));
        int side = Math.min(2 * patch, Math.min(fine.width() - 2 - left, fine.height() - 2 - top));
        double[] light = new double[(side + 2) * (side + 2)];
        double least = 255;
        double most = 0;
        for (int y = 0; y < side + 2; y++) {
            for (int x = 0; x < side + 2; x++) {
                double here = fine.at(left - 1.0 + x, top - 1.0 + y);
                light[y * (side + 2) + x] = here;
                least = Math.min(least, here);
                most = Math.max(most, here);
            }
        }
        if (most - least < LEAST_CONTRAST) {
            return 0;
        }
        double[] steps = new double[2 * side * side];
        int count = 0;
        int row = side + 2;
        for (int y = 1; y <= side; y++) {
            for (int x = 1; x < side; x++) {
                int at = y * row + x;
                steps[count++] = across(light, at + 1, at - 1, row);
                steps[count++] = across(light, at + row, at - row, 1);
            }
        }
        Arrays.sort(steps, 0, count);
        return steps[Math.max(0, count - 8)] / (most - least);
    }

    /** Half the step between two points, each averaged with its neighbours along the edge. */
    private static double across(double[] light, int from, int to, int along) {
        return Math.abs(light[from - along]
                        + light[from]
                        + light[from + along]
                        - light[to - along]
                        - light[to]
                        - light[to + along])
                / 6;
    }
}
