package banyan.kiosk.ui.control;

import javafx.scene.layout.Region;

/** How much has really happened. It moves only when something did. */
public final class Bar extends Region {
    private final Region fill = new Region();
    private double share;

    public Bar(double height) {
        getStyleClass().setAll("bar");
        fill.getStyleClass().setAll("bar-fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setMouseTransparent(true);
    }

    /** @param of 0 to 1 */
    public void show(double of) {
        double limited = Math.clamp(of, 0, 1);
        if (limited != share) {
            share = limited;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        fill.setVisible(share > 0);
        fill.resizeRelocate(0, 0, Math.max(getHeight(), getWidth() * share), getHeight());
    }
}
