package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/** One of five equal answers to how it went; none is chosen beforehand and none is larger than another. */
public final class RatingCell extends Target {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    public RatingCell(String id, Icon face, String word) {
        super(id);
        getStyleClass().setAll("quiet", "rating");
        Words words = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE_MEDIUM, Type.NOTE), word)
                .align(HPos.CENTER);
        VBox column = new VBox(8, new Glyph(face, 58), words);
        column.setAlignment(Pos.CENTER);
        column.setFillWidth(true);
        column.setMouseTransparent(true);
        setPadding(new Insets(0, 4, 0, 4));
        getChildren().add(column);
        setMinHeight(148);
        setAccessibleText(word);
    }

    public void show(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
