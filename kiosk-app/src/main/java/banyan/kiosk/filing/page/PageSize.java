package banyan.kiosk.filing.page;

/**
 * How large a straightened page becomes: A4 at 300 dpi, upright or across. Its own proportions and its own pixels where it is clearly
 * not A4, or fills so little of the picture that it must be a smaller paper: to blow it up would add nothing but blur.
 */
record PageSize(int width, int height) {
    static final int A4_SHORT = 2480;
    static final int A4_LONG = 3508;

    /** Seen from an angle an A4 page may look this much longer or shorter than it is. */
    private static final double TOLERANCE = 0.09;

    /** An A4 page that fills so small a part of its 300 dpi was never in front of a camera that could read it. */
    private static final double LEAST_RESOLUTION = 0.5;

    static PageSize of(Outline page) {
        double across = across(page);
        double down = down(page);
        double ratio = Math.max(across, down) / Math.min(across, down);
        double a4 = (double) A4_LONG / A4_SHORT;
        boolean fillsA4 = Math.sqrt(page.area() / ((double) A4_SHORT * A4_LONG)) >= LEAST_RESOLUTION;
        if (fillsA4 && Math.abs(ratio / a4 - 1) <= TOLERANCE) {
            return across <= down ? new PageSize(A4_SHORT, A4_LONG) : new PageSize(A4_LONG, A4_SHORT);
        }
        double shrink = Math.min(1, A4_LONG / Math.max(across, down));
        return new PageSize((int) Math.round(across * shrink), (int) Math.round(down * shrink));
    }

    /** How many pixels of the still make one of the page. */
    double pixelsPer(Outline page) {
        return Math.sqrt(page.area() / ((double) width * height));
    }

    private static double across(Outline page) {
        return (page.topLeft().to(page.topRight()) + page.bottomLeft().to(page.bottomRight())) / 2;
    }

    private static double down(Outline page) {
        return (page.topLeft().to(page.bottomLeft()) + page.topRight().to(page.bottomRight())) / 2;
    }
}
