package banyan.kiosk.ui.theme;

/** A rectangle of the reference scene, in its pixels. */
public record Zone(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
