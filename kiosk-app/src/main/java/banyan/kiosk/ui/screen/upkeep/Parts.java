package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.screen.View;
import banyan.kiosk.upkeep.Part;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The terminal's parts in two columns, read line by line. */
final class Parts extends Pane {
    private static final double ROW = 86;
    private static final double APART = 8;

    Parts(View view, List<Part> parts) {
        parts.forEach(part -> getChildren().add(new PartRow(view, part)));
        double height = Math.ceilDiv(parts.size(), 2) * ROW;
        setMinHeight(height);
        setPrefHeight(height);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double wide = Math.floor((getWidth() - APART) / 2);
        int at = 0;
        for (Node part : getChildren()) {
            part.resizeRelocate(at % 2 * (wide + APART), Math.floorDiv(at, 2) * ROW, wide, ROW);
            at++;
        }
    }
}
