package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;

/**
 * How the page is lit: a plane of brightness over its surface, taken from the paper between the lines of writing. What is much
 * darker than this plane is ink, or lies on the page.
 */
record Light(double constant, double perU, double perV) {
    private static final int CELLS = 14;

    /** The paper's expected brightness at (u, v), each 0 to 1 across and down the page. */
    double at(double u, double v) {
        return Math.max(1, constant + perU * u + perV * v);
    }

    /** Darkest divided by brightest corner of the page. */
    double shade() {
        double least = Math.min(Math.min(at(0, 0), at(1, 0)), Math.min(at(0, 1), at(1, 1)));
        double most = Math.max(Math.max(at(0, 0), at(1, 0)), Math.max(at(0, 1), at(1, 1)));
        return least / most;
    }

    static Light of(Scene scene, Outline page) {
        return of(scene, page, 3, 0.75);
    }

    /** By the palest spot of each part, so that close print does not darken it; noise and glare make it a little too bright. */
    static Light ofBarePaper(Scene scene, Outline page) {
        return of(scene, page, 7, 0.96);
    }

    private static Light of(Scene scene, Outline page, int grid, double quantile) {
        double[] bright = new double[CELLS * CELLS];
        boolean[] used = new boolean[CELLS * CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                double cell = brightest(scene, page, column, row, grid, quantile);
                bright[row * CELLS + column] = cell;
                used[row * CELLS + column] = cell > 0;
            }
        }
        var light = fit(bright, used);
        // Cells far below the plane are covered or printed black all over; twice without them, and the plane is the
        // paper's.
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < bright.length; i++) {
                used[i] = bright[i] > 0.85 * light.at(middle(i % CELLS), middle(i / CELLS));
            }
            light = fit(bright, used);
        }
        return light;
    }

    /** A high quantile of {@code grid} by {@code grid} points in a cell, 0 where the cell is outside the picture. */
    private static double brightest(Scene scene, Outline page, int column, int row, int grid, double quantile) {
        int[] lights = new int[grid * grid];
        int count = 0;
        for (int i = 0; i < grid * grid; i++) {
            double u = (column + (i % grid + 0.5) / grid) / CELLS;
            double v = (row + (i / grid + 0.5) / grid) / CELLS;
            var at = inPage(page, u, v);
            if (scene.holds(at.x(), at.y())) {
                lights[count++] = scene.luma((int) at.x(), (int) at.y());
            }
        }
        if (count <= lights.length / 2) {
            return 0;
        }
        java.util.Arrays.sort(lights, 0, count);
        return lights[(int) (count * quantile)];
    }

    private static double middle(int cell) {
        return (cell + 0.5) / CELLS;
    }

    /** The point of the picture at (u, v) of the page; perspective within a page is small enough to go straight. */
    static Corner inPage(Outline page, double u, double v) {
        double x = (1 - v) * ((1 - u) * page.topLeft().x() + u * page.topRight().x())
                + v * ((1 - u) * page.bottomLeft().x() + u * page.bottomRight().x());
        double y = (1 - v) * ((1 - u) * page.topLeft().y() + u * page.topRight().y())
                + v * ((1 - u) * page.bottomLeft().y() + u * page.bottomRight().y());
        return new Corner(x, y);
    }

    /** Least squares of the plane over the cells that are used. */
    private static Light fit(double[] bright, boolean[] used) {
        double n = 0;
        double su = 0;
        double sv = 0;
        double suu = 0;
        double svv = 0;
        double suv = 0;
        double sb = 0;
        double sub = 0;
        double svb = 0;
        for (int i = 0; i < bright.length; i++) {
            if (used[i]) {
                double u = middle(i % CELLS);
                double v = middle(i / CELLS);
                n++;
                su += u;
                sv += v;
                suu += u * u;
                svv += v * v;
                suv += u * v;
                sb += bright[i];
                sub += u * bright[i];
                svb += v * bright[i];
            }
        }
        if (n < 6) {
            return new Light(n == 0 ? 255 : sb / n, 0, 0);
        }
        double cuu = suu - su * su / n;
        double cvv = svv - sv * sv / n;
        double cuv = suv - su * sv / n;
        double cub = sub - su * sb / n;
        double cvb = svb - sv * sb / n;
        double determinant = cuu * cvv - cuv * cuv;
        if (Math.abs(determinant) < 1e-9) {
            return new Light(sb / n, 0, 0);
        }
        double perU = (cub * cvv - cvb * cuv) / determinant;
        double perV = (cvb * cuu - cub * cuv) / determinant;
        return new Light(sb / n - perU * su / n - perV * sv / n, perU, perV);
    }
}
