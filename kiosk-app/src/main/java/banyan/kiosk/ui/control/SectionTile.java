package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One of the few big entrances of the home page: icon, name, one line, and a live fact. */
public final class SectionTile extends Target {
    private final Words fact;

    public SectionTile(String id, Icon icon, double iconSide, String name, String line, String liveFact) {
        super(id);
        getStyleClass().setAll("tile");
        IconTile tile = new IconTile("solid", icon, iconSide, 56);
        Glyph arrow = new Glyph(Icon.CHEVRON_RIGHT, 42, "edge-glyph");
        StackPane.setAlignment(arrow, Pos.TOP_RIGHT);
        StackPane.setMargin(arrow, new Insets(4, 4, 0, 0));
        StackPane.setAlignment(tile, Pos.TOP_LEFT);
        fact = Words.fitting(List.of(Type.NOTE_STRONG), liveFact, "link");
        Region gap = new Region();
        gap.setMinHeight(iconSide + 16);
        VBox words = new VBox(
                gap,
                Words.fitting(List.of(Type.H2, Type.H3, Type.BUTTON), name),
                Words.wrapping(Type.NOTE, line, "ink2"),
                fact);
        words.setSpacing(2);
        words.setMouseTransparent(true);
        setPadding(new Insets(32, 32, 24, 34));
        getChildren().addAll(words, tile, arrow);
        setAccessibleText(name);
    }

    public void show(String liveFact) {
        fact.say(liveFact);
    }
}
