package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of a page in a row of steps: the item, the step in words, and as many bars as there are steps. */
public final class Steps extends VBox {
    private static final double BAR_HEIGHT = 12;

    public Steps(String itemTitle, String inWords, int step, int of) {
        super(16);
        Words item = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), itemTitle, "ink2");
        Words count = Words.line(Type.SMALL_STRONG, inWords, "link").align(HPos.RIGHT);
        item.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(item, Priority.ALWAYS);
        HBox line = new HBox(24, item, count);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox bars = new HBox(10);
        List<Region> all = new ArrayList<>();
        for (int i = 1; i <= of; i++) {
            Region bar = new Region();
            bar.getStyleClass().setAll("step", i <= step ? "reached" : "ahead");
            bar.setMinHeight(BAR_HEIGHT);
            bar.setPrefHeight(BAR_HEIGHT);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setPrefWidth(1);
            all.add(bar);
        }
        bars.getChildren().addAll(all);
        getChildren().addAll(line, bars);
        setMouseTransparent(true);
    }
}
