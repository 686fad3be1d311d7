package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A statement that the citizen makes by ticking it; never ticked beforehand. */
public final class TickBox extends Target {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double BOX = 56;

    private boolean ticked;

    public TickBox(String id, String label) {
        super(id);
        getStyleClass().setAll("tick");
        Glyph check = new Glyph(Icon.CHECK, 44);
        StackPane box = new StackPane(check);
        box.getStyleClass().setAll("tick-box");
        box.setMinSize(BOX, BOX);
        box.setMaxSize(BOX, BOX);
        Words words = Words.fitting(List.of(Type.BODY_MEDIUM, Type.NOTE_MEDIUM), label);
        HBox row = new HBox(16, box, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        setPadding(new Insets(0, 24, 0, 30));
        getChildren().add(row);
        setMinHeight(100);
        setAccessibleText(label);
    }

    public void show(boolean nowTicked, boolean wrong) {
        ticked = nowTicked;
        pseudoClassStateChanged(CHOSEN, nowTicked);
        pseudoClassStateChanged(WRONG, wrong);
    }

    public boolean ticked() {
        return ticked;
    }
}
