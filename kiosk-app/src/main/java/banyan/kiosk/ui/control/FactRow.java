package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A fact that is agreed to: what it is about, in bold, and then the fact. */
public final class FactRow extends HBox {
    private static final double SPACING = 18;
    private static final double NARROWEST = 80;

    /** @param labelWidth of a column of facts, by {@link #labelWidth} */
    public FactRow(Icon icon, String about, String fact, double labelWidth) {
        super(SPACING);
        Words label = Words.line(Type.BODY_BOLD, about);
        label.setMinWidth(labelWidth - SPACING);
        label.setPrefWidth(labelWidth - SPACING);
        Words text = Words.wrapping(Type.BODY, fact);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox glyph = new HBox(new Glyph(icon, 42, "link-glyph"));
        glyph.setAlignment(Pos.CENTER);
        glyph.setMinHeight(48);
        glyph.setPrefHeight(48);
        glyph.setMaxHeight(48);
        getChildren().setAll(glyph, label, text);
        setAlignment(Pos.TOP_LEFT);
        setMouseTransparent(true);
    }

    /** How wide the labels of a column are together. */
    public static double labelWidth(String... labels) {
        return Math.max(
                NARROWEST,
                35
                        + Arrays.stream(labels)
                                .mapToDouble(label ->
                                        Words.line(Type.BODY_BOLD, label).prefWidth(-1))
                                .max()
                                .orElse(0));
    }
}
