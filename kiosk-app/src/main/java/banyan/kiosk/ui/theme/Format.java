package banyan.kiosk.ui.theme;

/** The two reference scenes and where everything permanent lies in them. The whole scene is scaled to a panel, never re-flowed. */
public enum Format {
    PORTRAIT(
            new Zone(0, 0, 1080, 1920),
            new Zone(0, 0, 1080, 104),
            new Zone(60, 104, 960, 1504),
            new Zone(60, 1628, 200, 120),
            new Zone(284, 1628, 256, 120),
            new Zone(564, 1628, 456, 120),
            new Zone(0, 1776, 1080, 144),
            new Zone(0, 1044, 1080, 560)),
    LANDSCAPE(
            new Zone(0, 0, 1920, 1080),
            new Zone(0, 0, 1920, 104),
            new Zone(60, 104, 1800, 840),
            new Zone(1164, 960, 216, 104),
            new Zone(1404, 856, 456, 88),
            new Zone(1404, 960, 456, 104),
            new Zone(0, 944, 1040, 136),
            new Zone(0, 420, 1920, 524));

    /** Where content ends in landscape while the middle button stands above the primary. */
    public static final double LANDSCAPE_CONTENT_END_WITH_MIDDLE = 832;

    /** The height of the band that marks a demonstration, below the strip. */
    public static final double DEMONSTRATION_BAND = 40;

    private final Zone scene;
    private final Zone strip;
    private final Zone content;
    private final Zone back;
    private final Zone middle;
    private final Zone primary;
    private final Zone dock;
    private final Zone keyboard;

    Format(Zone scene, Zone strip, Zone content, Zone back, Zone middle, Zone primary, Zone dock, Zone keyboard) {
        this.scene = scene;
        this.strip = strip;
        this.content = content;
        this.back = back;
        this.middle = middle;
        this.primary = primary;
        this.dock = dock;
        this.keyboard = keyboard;
    }

    /** The format whose proportions are nearest to a panel's. */
    public static Format of(double width, double height) {
        return width > height ? LANDSCAPE : PORTRAIT;
    }

    public boolean isPortrait() {
        return this == PORTRAIT;
    }

    public Zone scene() {
        return scene;
    }

    public Zone strip() {
        return strip;
    }

    public Zone content() {
        return content;
    }

    public Zone back() {
        return back;
    }

    public Zone middle() {
        return middle;
    }

    public Zone primary() {
        return primary;
    }

    public Zone dock() {
        return dock;
    }

    public Zone keyboard() {
        return keyboard;
    }
}
