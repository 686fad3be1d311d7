package banyan.kiosk.filing.page;

import banyan.kiosk.documents.Picture;

/** What became of a still: the page as it will be filed, or the one reason why it must be taken again. */
public sealed interface Developed {
    /**
     * A straightened, evened page.
     *
     * @param jpeg the page as a JPEG file without any metadata but its resolution
     * @param thumbnail the same page, small, for the screen
     */
    record Page(byte[] jpeg, int width, int height, Picture thumbnail, Measures measures) implements Developed {
        @Override
        public String toString() {
            return "Page[" + width + "x" + height + ", " + jpeg.length + " bytes]";
        }
    }

    /** Not taken; {@code side} says where a cover lies or the page leaves the picture. */
    record Refused(Reason reason, Side side) implements Developed {}

    /** Why a still is not taken. */
    enum Reason {
        NO_PAGE,
        BLANK,
        BLURRED,
        CUT_OFF,
        COVERED,
        /** More than 40 megapixels or 25 megabytes; it was not decoded. */
        TOO_BIG,
        NOT_AN_IMAGE
    }

    /**
     * How good the page is, as numbers without a person in them.
     *
     * @param sharpness 0 (nothing but blur) to 1 (every edge falls between two pixels)
     * @param ink share of the page that is written on
     * @param shade darkest part of the paper divided by its brightest, before it was evened
     * @param skew degrees by which the lines were turned back
     */
    record Measures(double sharpness, double ink, double shade, double skew) {}
}
