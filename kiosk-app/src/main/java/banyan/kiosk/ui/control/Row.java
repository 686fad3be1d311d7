package banyan.kiosk.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Blocks side by side, all equally wide and equally high. */
public final class Row extends Pane {
    private final double gap;

    public Row(double gap, Node... blocks) {
        super(blocks);
        this.gap = gap;
        setPickOnBounds(false);
    }

    private double share(double width) {
        int count = Math.max(1, getManagedChildren().size());
        return Math.floor((width - (count - 1) * gap) / count);
    }

    @Override
    public @Nullable Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        for (Node block : getManagedChildren()) {
            widest = Math.max(widest, block.prefWidth(-1));
        }
        int count = getManagedChildren().size();
        return count * widest + Math.max(0, count - 1) * gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        double highest = 0;
        for (Node block : getManagedChildren()) {
            highest = Math.max(highest, block.minHeight(width < 0 ? -1 : share(width)));
        }
        return highest;
    }

    @Override
    protected double computePrefHeight(double width) {
        double highest = 0;
        for (Node block : getManagedChildren()) {
            double wide = width < 0 ? -1 : share(width);
            highest = Math.max(highest, Math.max(block.minHeight(wide), block.prefHeight(wide)));
        }
        return highest;
    }

    @Override
    protected void layoutChildren() {
        double wide = share(getWidth());
        double x = 0;
        for (Node block : getManagedChildren()) {
            block.resizeRelocate(Math.round(x), 0, wide, getHeight());
            x += wide + gap;
        }
    }
}
