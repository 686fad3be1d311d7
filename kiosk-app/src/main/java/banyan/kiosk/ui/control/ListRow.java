package banyan.kiosk.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A line of things side by side that has some height, and more where what it says needs more. */
public final class ListRow extends HBox {
    /** How much of its height a row keeps where a longer language leaves less room. */
    private static final double TIGHT = 0.94;

    private final double least;

    public ListRow(double least, double gap, Node... children) {
        super(gap, children);
        this.least = least;
        setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(least * TIGHT, super.computeMinHeight(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(least, super.computePrefHeight(width));
    }
}
