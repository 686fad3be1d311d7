package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** One of several answers of which one holds: a ring that fills, and its label. */
public final class Choice extends Target {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Words words;

    public Choice(String id, String label) {
        super(id);
        getStyleClass().setAll("choice");
        Circle ring = new Circle(20);
        ring.getStyleClass().setAll("choice-ring");
        Circle dot = new Circle(11);
        dot.getStyleClass().setAll("choice-dot");
        words = Words.flowing(List.of(Type.BUTTON, Type.SMALL_STRONG, Type.NOTE_STRONG), label);
        HBox row = new HBox(18, new javafx.scene.layout.StackPane(ring, dot), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        setPadding(new Insets(0, 24, 0, 24));
        getChildren().add(row);
        setMinHeight(96);
        setAccessibleText(label);
    }

    public void show(boolean chosen, boolean wrong) {
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(WRONG, wrong);
    }
}
