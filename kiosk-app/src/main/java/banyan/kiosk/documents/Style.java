package banyan.kiosk.documents;

import banyan.item.FilledDocument;

/** Measures of a kind of paper, in points. */
record Style(
        double width,
        double height,
        double side,
        double top,
        double bottom,
        double title,
        double subtitle,
        double body,
        double bodyLine,
        double label,
        double cell,
        double cellLine,
        double note,
        double noteLine,
        double row,
        double gap,
        double code,
        double seal) {
    private static final double PER_MM = 72 / 25.4;

    static final Style A4 =
            new Style(210 * PER_MM, 297 * PER_MM, 66, 78, 72, 22, 11.5, 12, 22, 11, 10.5, 16, 9, 14.5, 7.5, 18, 82, 54);

    /** What is signed is read on the screen first, by everyone: the body in the size of official letters (GB/T 9704, 三号). */
    static final Style LETTER =
            new Style(210 * PER_MM, 297 * PER_MM, 66, 78, 72, 22, 14, 16, 26, 14, 14, 20, 10.5, 16, 7.5, 12, 82, 54);

    /** A roll is as long as what stands on it; its height is only a bound. */
    static final Style ROLL = new Style(
            80 * PER_MM, 2000 * PER_MM, 4 * PER_MM, 22, 26, 15, 9.5, 9.5, 15.5, 9, 8.5, 13, 7.5, 11.5, 4, 11, 74, 40);

    static Style of(FilledDocument document) {
        return switch (document.paper()) {
            case A4 -> document.blocks().stream().anyMatch(FilledDocument.SignatureLine.class::isInstance) ? LETTER : A4;
            case RECEIPT_80 -> ROLL;
        };
    }

    /** Width between the margins. */
    double measure() {
        return width - 2 * side;
    }

    boolean endless() {
        return height > 1000 * PER_MM;
    }

    static double millimetres(double millimetres) {
        return millimetres * PER_MM;
    }
}
