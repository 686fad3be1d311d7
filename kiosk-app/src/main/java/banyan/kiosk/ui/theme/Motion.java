package banyan.kiosk.ui.theme;

import javafx.util.Duration;

/** Whether things move on the screen, and for how long. */
public enum Motion {
    FULL,
    /** Everything changes at once: for people whom movement disturbs, and for pictures that are compared. */
    REDUCED;

    /** A page fades over to the next, which rises so far. */
    public static final Duration PAGE = Duration.millis(180);

    public static final double PAGE_RISE = 16;

    /** A sheet fades in and slides up so far. */
    public static final Duration SHEET = Duration.millis(200);

    public static final double SHEET_RISE = 120;
}
