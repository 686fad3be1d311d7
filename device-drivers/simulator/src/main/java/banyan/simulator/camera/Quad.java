package banyan.simulator.camera;

/**
 * Where a sheet lies in the camera's picture, in pixels of the sensor: the projective map from the unit square
 * (0,0 = the sheet's top left corner) to its four corners, and back.
 */
final class Quad {
    /** The map back, row by row: u = (a x + b y + c) / (g x + h y + i), and so on. */
    final double a;

    final double b;
    final double c;
    final double d;
    final double e;
    final double f;
    final double g;
    final double h;
    final double i;

    /** @param p x and y of the corners: top left, top right, bottom right, bottom left */
    Quad(double... p) {
        // Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989: the square to a quadrilateral.
        double sumX = p[0] - p[2] + p[4] - p[6];
        double sumY = p[1] - p[3] + p[5] - p[7];
        double x1 = p[2] - p[4];
        double x2 = p[6] - p[4];
        double y1 = p[3] - p[5];
        double y2 = p[7] - p[5];
        double scale = x1 * y2 - x2 * y1;
        double p1 = (sumX * y2 - x2 * sumY) / scale;
        double p2 = (x1 * sumY - sumX * y1) / scale;
        double[] m = {
            p[2] - p[0] + p1 * p[2],
            p[6] - p[0] + p2 * p[6],
            p[0],
            p[3] - p[1] + p1 * p[3],
            p[7] - p[1] + p2 * p[7],
            p[1],
            p1,
            p2,
            1
        };
        a = m[4] * m[8] - m[5] * m[7];
        b = m[2] * m[7] - m[1] * m[8];
        c = m[1] * m[5] - m[2] * m[4];
        d = m[5] * m[6] - m[3] * m[8];
        e = m[0] * m[8] - m[2] * m[6];
        f = m[2] * m[3] - m[0] * m[5];
        g = m[3] * m[7] - m[4] * m[6];
        h = m[1] * m[6] - m[0] * m[7];
        i = m[0] * m[4] - m[1] * m[3];
    }

    /** A sheet of so many sensor pixels, turned, shifted, and seen by a camera that does not look straight down. */
    static Quad lying(double width, double height, double degrees, double centreX, double centreY) {
        double[] corners = {
            -width / 2, -height / 2, width / 2, -height / 2, width / 2, height / 2, -width / 2, height / 2
        };
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        for (int corner = 0; corner < 8; corner += 2) {
            double x = corners[corner] * cosine - corners[corner + 1] * sine;
            double y = corners[corner] * sine + corners[corner + 1] * cosine;
            // The far edge is a fiftieth smaller, and the left side a little nearer than the right.
            double nearness = 1 + 0.022 * y / 1500 - 0.012 * x / 1500;
            corners[corner] = centreX + x * nearness;
            corners[corner + 1] = centreY + y * nearness;
        }
        return new Quad(corners);
    }
}
