package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An item to open: icon, name, perhaps a line below it and a badge, and an arrow. The whole row is the target. */
public final class ItemButton extends Target {
    public ItemButton(String id, Icon icon, String name) {
        this(id, icon, Words.flowing(List.of(Type.BODY_MEDIUM, Type.NOTE_MEDIUM), name), Optional.empty(), name);
    }

    /** A row with a second line. */
    public ItemButton(String id, Icon icon, String name, String line) {
        this(id, icon, lines(name, line), Optional.empty(), name);
    }

    /** A row of a list, with a second line and a badge. */
    public ItemButton(String id, Icon icon, String name, String line, Badge badge) {
        this(id, icon, lines(name, line), Optional.of(badge), name);
    }

    private static VBox lines(String name, String line) {
        VBox lines = new VBox(
                Words.flowing(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), name),
                Words.wrapping(Type.NOTE, line, "ink2"));
        lines.setAlignment(Pos.CENTER_LEFT);
        return lines;
    }

    private ItemButton(String id, Icon icon, Region words, Optional<Badge> badge, String name) {
        super(id);
        getStyleClass().setAll("tile");
        HBox row = new HBox(16, new Glyph(icon, 44, "link-glyph"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        badge.ifPresent(node -> {
            node.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(node);
        });
        row.getChildren().add(new Glyph(Icon.CHEVRON_RIGHT, 36, "edge-glyph"));
        row.setMouseTransparent(true);
        setPadding(new Insets(0, 24, 0, 24));
        getChildren().add(row);
        setAccessibleText(name);
    }
}
