package banyan.kiosk.filing.page;

/** A side of the page as the citizen sees it on the screen, for "the hand covers the right side". */
public enum Side {
    TOP,
    RIGHT,
    BOTTOM,
    LEFT,
    /** No side in particular. */
    NOWHERE
}
