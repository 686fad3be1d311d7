package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** A state or a source: icon, word and shape together, so that no one has to see the colour. */
public final class Badge extends HBox {
    private static final double HEIGHT = 50;
    private static final double STATE_HEIGHT = 68;

    /** The colour of a badge; what it means stands in its word. */
    public enum Tone {
        GOOD("good"),
        LOOK("look"),
        BAD("bad"),
        /** Dashed and white. */
        UNKNOWN("unknown"),
        NEUTRAL("neutral"),
        PROPOSAL("proposal"),
        /** On a row that is amber itself. */
        ON_AMBER("on-amber");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    private final Glyph glyph;
    private final Words words;

    private Badge(Tone tone, Icon icon, Type type, double height, String text) {
        super(8);
        setAlignment(Pos.CENTER);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        glyph = new Glyph(icon, type == Type.NOTE_MEDIUM ? 32 : 36);
        words = Words.line(type, text);
        getStyleClass().setAll("badge", tone.styleClass());
        setMouseTransparent(true);
        getChildren().addAll(glyph, words);
    }

    public static Badge of(Tone tone, Icon icon, String text) {
        return new Badge(tone, icon, Type.NOTE_MEDIUM, HEIGHT, text);
    }

    /** A taller badge that stands for a judgement by itself. */
    public static Badge state(Tone tone, Icon icon, String text) {
        return new Badge(tone, icon, Type.BODY_MEDIUM, STATE_HEIGHT, text);
    }

    public void show(Tone tone, Icon icon, String text) {
        glyph.show(icon);
        words.say(text);
        getStyleClass().setAll("badge", tone.styleClass());
    }
}
