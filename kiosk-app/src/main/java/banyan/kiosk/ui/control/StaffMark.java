package banyan.kiosk.ui.control;

/** The mark of the house, which is also the staff's way in; what it opens asks for card and PIN, and in a visit the citizen first. */
public final class StaffMark extends Target {
    private static final double SMALLEST = 88;

    /** @param dress {@code on-dark} or {@code on-light} */
    public StaffMark(double side, String dress) {
        super("staff");
        getStyleClass().setAll("staff-mark");
        getChildren().add(new BrandMark(side, dress));
        double target = Math.max(SMALLEST, side);
        setMinSize(target, target);
        setPrefSize(target, target);
        setMaxSize(target, target);
    }
}
