package banyan.kiosk.ui.theme;

import javafx.scene.paint.Color;

/** The few colours that are drawn by hand rather than by the style sheet. */
public final class Colour {
    /** Text, and ink on the writing field. */
    public static final Color INK = Color.web("#1B2925");

    /** The ground of every page: what a window shows before and beside the scene. */
    public static final Color PAPER = Color.web("#F7F4EC");

    private Colour() {}
}
