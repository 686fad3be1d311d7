package banyan.kiosk.ui.theme;

import javafx.scene.text.Font;

/** A role of text: its size, the height of its lines as a multiple of the size, and its weight. */
public enum Type {
    DISPLAY(64, 1.25, Weight.BOLD),
    H1(56, 1.25, Weight.BOLD),
    /** A title that is too long for one line of {@link #H1}. */
    H1_LONG(48, 1.25, Weight.BOLD),
    H2(42, 1.3, Weight.BOLD),
    H3(36, 1.35, Weight.BOLD),
    NUMBER(62, 1.25, Weight.BOLD),
    COUNTDOWN(112, 1, Weight.BOLD),
    BUTTON_PRIMARY(40, 1.2, Weight.BOLD),
    BUTTON(34, 1.2, Weight.BOLD),
    /** Two lines of plain words below a large title. */
    LEAD(36, 1.35, Weight.REGULAR),
    FIELD(36, 1.2, Weight.REGULAR),
    BODY_STRONG(34, 1.3, Weight.BOLD),
    BODY(32, 1.5, Weight.REGULAR),
    BODY_MEDIUM(32, 1.5, Weight.MEDIUM),
    BODY_BOLD(32, 1.5, Weight.BOLD),
    BODY_SMALL(30, 1.5, Weight.REGULAR),
    SMALL_MEDIUM(30, 1.5, Weight.MEDIUM),
    SMALL_STRONG(30, 1.5, Weight.BOLD),
    NOTE(28, 1.4, Weight.REGULAR),
    NOTE_MEDIUM(28, 1.4, Weight.MEDIUM),
    NOTE_STRONG(28, 1.4, Weight.BOLD);

    /** The smallest text there is. */
    public static final double FLOOR = 28;

    private final double size;
    private final double line;
    private final Weight weight;

    Type(double size, double line, Weight weight) {
        this.size = size;
        this.line = line;
        this.weight = weight;
    }

    public double size() {
        return size;
    }

    /** The height of a line in pixels. */
    public double lineHeight() {
        return size * line;
    }

    /** The height of a line as a multiple of the size. */
    public double line() {
        return line;
    }

    public Weight weight() {
        return weight;
    }

    public Font font() {
        return weight.font(size);
    }
}
