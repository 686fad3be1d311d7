package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;
import java.util.Arrays;

/** Draws an outline's sides to where the picture's brightness really steps, and says how much of each side is such a step. */
final class Edges {
    /** Brightness of a picture at a place between pixels. */
    interface Brightness {
        int width();

        int height();

        double at(double x, double y);
    }

    /**
     * @param outline the sides drawn to the steps
     * @param support share of each side, top, right, bottom, left, where a step was found
     * @param onBorder share of each side that lies on or beyond the picture's border
     */
    record Fitted(Outline outline, double[] support, double[] onBorder) {}

    private static final int SAMPLES = 56;

    private final Brightness picture;
    private final int reach;
    private final double leastStep;

    /**
     * @param reach how far from the outline, in pixels, the step is looked for
     * @param leastStep in brightness
     */
    Edges(Brightness picture, int reach, double leastStep) {
        this.picture = picture;
        this.reach = reach;
        this.leastStep = leastStep;
    }

    /** Brightness of a scene, between its pixels. */
    static Brightness of(Scene scene) {
        return of(scene.luma, scene.width, scene.height);
    }

    /** A picture of one byte for each pixel, between its pixels. */
    static Brightness of(byte[] grey, int width, int height) {
        return new Brightness() {
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
                int left = Math.clamp((int) Math.floor(x), 0, width - 2);
                int top = Math.clamp((int) Math.floor(y), 0, height - 2);
                double dx = Math.clamp(x - left, 0.0, 1.0);
                double dy = Math.clamp(y - top, 0.0, 1.0);
                int at = top * width + left;
                return (1 - dy) * ((1 - dx) * (grey[at] & 0xFF) + dx * (grey[at + 1] & 0xFF))
                        + dy * ((1 - dx) * (grey[at + width] & 0xFF) + dx * (grey[at + width + 1] & 0xFF));
            }
        };
    }

    Fitted fit(Outline outline) {
        double[][] lines = new double[4][];
        double[] support = new double[4];
        double[] onBorder = new double[4];
        for (int side = 0; side < 4; side++) {
            var from = outline.corner(side);
            var to = outline.corner(side + 1);
            double[] shifts = new double[SAMPLES];
            int found = shifts(from, to, shifts, side, onBorder);
            support[side] = (double) found / SAMPLES;
            lines[side] = line(from, to, found < SAMPLES / 4 ? null : shifts);
        }
        var corners = new Corner[4];
        for (int i = 0; i < 4; i++) {
            corners[i] = cross(lines[(i + 3) % 4], lines[i], outline.corner(i));
        }
        return new Fitted(new Outline(corners[0], corners[1], corners[2], corners[3]), support, onBorder);
    }

    /** How far outwards of the side the step lies at each sample, {@code NaN} where there is none. */
    private int shifts(Corner from, Corner to, double[] shifts, int side, double[] onBorder) {
        double length = Math.max(1, from.to(to));
        double alongX = (to.x() - from.x()) / length;
        double alongY = (to.y() - from.y()) / length;
        // Corners go clockwise on a screen, so outwards is to the left of the way.
        double outX = alongY;
        double outY = -alongX;
        double[][] steps = new double[SAMPLES][];
        double inward = 0;
        int border = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double t = length * (0.03 + 0.94 * i / (SAMPLES - 1));
            double x = from.x() + t * alongX;
            double y = from.y() + t * alongY;
            if (outside(x + 2 * outX, y + 2 * outY)) {
                border++;
            } else {
                steps[i] = steps(x, y, outX, outY);
                inward += extreme(steps[i], 1) - extreme(steps[i], -1);
            }
        }
        onBorder[side] = (double) border / SAMPLES;
        int sign = inward >= 0 ? 1 : -1;
        int found = 0;
        for (int i = 0; i < SAMPLES; i++) {
            shifts[i] = steps[i] == null ? Double.NaN : peak(steps[i], sign);
            if (!Double.isNaN(shifts[i])) {
                found++;
            }
        }
        return keepStraight(shifts, found);
    }

    private boolean outside(double x, double y) {
        return x < 1 || y < 1 || x > picture.width() - 2 || y > picture.height() - 2;
    }

    /** Inner minus outer brightness at each distance from the side, averaged over three points along it. */
    private double[] steps(double x, double y, double outX, double outY) {
        double[] profile = new double[2 * reach + 3];
        for (int k = 0; k < profile.length; k++) {
            double s = k - reach - 1;
            double sum = 0;
            for (int across = -1; across <= 1; across++) {
                sum += picture.at(x + s * outX - across * outY, y + s * outY + across * outX);
            }
            profile[k] = sum / 3;
        }
        double[] steps = new double[2 * reach + 1];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = profile[k] - profile[k + 2];
        }
        return steps;
    }

    private static double extreme(double[] steps, int sign) {
        double most = 0;
        for (double step : steps) {
            most = Math.max(most, sign * step);
        }
        return most;
    }

    private double peak(double[] steps, int sign) {
        int best = 0;
        for (int k = 1; k < steps.length; k++) {
            if (sign * steps[k] > sign * steps[best]) {
                best = k;
            }
        }
        if (sign * steps[best] < leastStep) {
            return Double.NaN;
        }
        double part = 0;
        if (best > 0 && best < steps.length - 1) {
            double before = sign * steps[best - 1];
            double after = sign * steps[best + 1];
            double bend = before - 2 * sign * steps[best] + after;
            part = Math.abs(bend) < 1e-9 ? 0 : Math.clamp((before - after) / (2 * bend), -0.5, 0.5);
        }
        return best - reach + part;
    }

    /** Forgets steps far from the straight line through the others: fingers, shadows, lines of print. */
    private int keepStraight(double[] shifts, int found) {
        int left = found;
        for (int round = 0; round < 4 && left >= 4; round++) {
            double[] fit = straight(shifts);
            double[] off = new double[left];
            int count = 0;
            for (int i = 0; i < SAMPLES; i++) {
                if (!Double.isNaN(shifts[i])) {
                    off[count++] = Math.abs(shifts[i] - fit[0] - fit[1] * i);
                }
            }
            Arrays.sort(off);
            double limit = Math.max(0.75, 2.5 * off[count / 2]);
            for (int i = 0; i < SAMPLES; i++) {
                if (!Double.isNaN(shifts[i]) && Math.abs(shifts[i] - fit[0] - fit[1] * i) > limit) {
                    shifts[i] = Double.NaN;
                    left--;
                }
            }
        }
        return left;
    }

    /** Constant and slope of the shifts over the sample's number. */
    private static double[] straight(double[] shifts) {
        double n = 0;
        double si = 0;
        double ss = 0;
        double sii = 0;
        double sis = 0;
        for (int i = 0; i < shifts.length; i++) {
            if (!Double.isNaN(shifts[i])) {
                n++;
                si += i;
                ss += shifts[i];
                sii += (double) i * i;
                sis += i * shifts[i];
            }
        }
        double spread = n * sii - si * si;
        if (n < 2 || spread < 1e-9) {
            return new double[] {n == 0 ? 0 : ss / n, 0};
        }
        double slope = (n * sis - si * ss) / spread;
        return new double[] {(ss - slope * si) / n, slope};
    }

    /** Two points of the side as it was fitted: x, y, x, y. */
    private static double[] line(Corner from, Corner to, double @org.jspecify.annotations.Nullable [] shifts) {
        double length = Math.max(1, from.to(to));
        double outX = (to.y() - from.y()) / length;
        double outY = -(to.x() - from.x()) / length;
        double first = 0;
        double last = 0;
        if (shifts != null) {
            double[] fit = straight(shifts);
            // The samples run from 3 % to 97 % of the side.
            double perSide = fit[1] * (SAMPLES - 1) / 0.94;
            first = fit[0] - 0.03 * perSide;
            last = first + perSide;
        }
        return new double[] {
            from.x() + first * outX, from.y() + first * outY, to.x() + last * outX, to.y() + last * outY
        };
    }

    private static Corner cross(double[] a, double[] b, Corner otherwise) {
        double ux = a[2] - a[0];
        double uy = a[3] - a[1];
        double vx = b[2] - b[0];
        double vy = b[3] - b[1];
        double cross = ux * vy - uy * vx;
        if (Math.abs(cross) < 1e-9) {
            return otherwise;
        }
        double along = ((b[0] - a[0]) * vy - (b[1] - a[1]) * vx) / cross;
        return new Corner(a[0] + along * ux, a[1] + along * uy);
    }
}
