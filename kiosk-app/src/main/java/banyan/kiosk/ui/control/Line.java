package banyan.kiosk.ui.control;

import javafx.scene.layout.Region;

/** The hairline between two rows. */
public final class Line extends Region {
    private static final double WIDTH = 2;

    public Line() {
        getStyleClass().setAll("hairline");
        setMinHeight(WIDTH);
        setPrefHeight(WIDTH);
        setMaxHeight(WIDTH);
    }
}
