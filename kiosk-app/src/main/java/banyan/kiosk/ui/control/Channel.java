package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One of the ways a prompt is given: what to look at, what to listen for, what is said. Also any fact in two short lines. */
public final class Channel extends HBox {
    private final Words line;

    /** @param dress {@code card-flat}, {@code tint-good}, {@code tint-bad}, {@code tint-info} */
    public Channel(String dress, Icon icon, String name, String what) {
        super(14);
        getStyleClass().setAll("channel", dress);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 8, 0, 18));
        Words title = Words.flowing(List.of(Type.SMALL_STRONG, Type.NOTE_STRONG), name, "channel-name");
        line = Words.wrapping(Type.NOTE, what);
        VBox words = new VBox(title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Glyph(icon, 46, "channel-glyph"), words);
        setMouseTransparent(true);
    }

    public void show(String what) {
        line.say(what);
    }
}
