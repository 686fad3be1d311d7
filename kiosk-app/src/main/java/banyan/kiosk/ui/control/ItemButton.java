package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An item to open: icon, name, perhaps a line below it and a badge, and an arrow. The whole row is the target. */
public final class ItemButton extends Target {
    private final Glyph glyph;
    private final Words line = Words.wrapping(Type.NOTE, "", "ink2");

    /** A tile with a name alone, until there is something to say of it. */
    public ItemButton(String id, Icon icon, String name) {
        this(id, icon, Words.flowing(List.of(Type.BODY_MEDIUM, Type.NOTE_MEDIUM), name), Optional.empty());
    }

    /** A row with a second line. */
    public ItemButton(String id, Icon icon, String name, String line) {
        this(id, icon, strong(name), Optional.empty());
        show(line, true);
    }

    /** A row of a list, with a second line and a badge. */
    public ItemButton(String id, Icon icon, String name, String line, Badge badge) {
        this(id, icon, strong(name), Optional.of(badge));
        show(line, true);
    }

    private static Words strong(String name) {
        return Words.flowing(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), name);
    }

    private ItemButton(String id, Icon icon, Words name, Optional<Badge> badge) {
        super(id);
        getStyleClass().setAll("tile");
        glyph = new Glyph(icon, 44, "link-glyph");
        VBox words = new VBox(name, line);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(16, glyph, words);
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
        setAccessibleText(name.said());
        show("", true);
    }

    /**
     * Says something else in the second line; nothing if it is empty.
     *
     * @param available whether the item can be begun now; if not, the line says why
     */
    public void show(String text, boolean available) {
        line.say(text);
        line.setManaged(!text.isEmpty());
        line.setVisible(!text.isEmpty());
        line.tone(available ? "ink2" : "look");
        glyph.tone(available ? "link-glyph" : "ink2-glyph");
    }
}
