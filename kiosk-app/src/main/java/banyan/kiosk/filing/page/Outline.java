package banyan.kiosk.filing.page;

/** The four corners of a page, clockwise from the one nearest the picture's upper left, in pixels of that picture. */
public record Outline(Corner topLeft, Corner topRight, Corner bottomRight, Corner bottomLeft) {
    /** A corner; it may lie outside the picture when the page does. */
    public record Corner(double x, double y) {
        double to(Corner other) {
            return Math.hypot(other.x - x, other.y - y);
        }
    }

    /** The same corners in a picture that is so many times larger. */
    public Outline scaled(double factor) {
        return new Outline(
                scaled(topLeft, factor),
                scaled(topRight, factor),
                scaled(bottomRight, factor),
                scaled(bottomLeft, factor));
    }

    /** The largest way that any corner went between two looks, in pixels. */
    public double farthestFrom(Outline other) {
        return Math.max(
                Math.max(topLeft.to(other.topLeft), topRight.to(other.topRight)),
                Math.max(bottomRight.to(other.bottomRight), bottomLeft.to(other.bottomLeft)));
    }

    double area() {
        double diagonals = (bottomRight.x - topLeft.x) * (bottomLeft.y - topRight.y)
                - (bottomRight.y - topLeft.y) * (bottomLeft.x - topRight.x);
        return Math.abs(diagonals) / 2;
    }

    /** Corner 0 to 3 clockwise from the upper left. */
    Corner corner(int index) {
        return switch (index & 3) {
            case 0 -> topLeft;
            case 1 -> topRight;
            case 2 -> bottomRight;
            default -> bottomLeft;
        };
    }

    // The middle of a pixel, not its edge, is what a coordinate names; hence the halves.
    private static Corner scaled(Corner corner, double factor) {
        return new Corner((corner.x + 0.5) * factor - 0.5, (corner.y + 0.5) * factor - 0.5);
    }
}
