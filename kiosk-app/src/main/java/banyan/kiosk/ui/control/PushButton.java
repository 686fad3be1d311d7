package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** A button with a verb, and an icon before or behind it. */
public final class PushButton extends Target {
    private static final double GAP = 16;
    private static final double SIDE = 24;
    /** How far the words may come to the edge where a longer language needs it. */
    private static final double TIGHT = 16;

    private static final List<Type> PRIMARY_TYPES =
            List.of(Type.BUTTON_PRIMARY, Type.BUTTON, Type.SMALL_STRONG, Type.NOTE_STRONG);
    private static final List<Type> OTHER_TYPES = List.of(Type.BUTTON, Type.SMALL_STRONG, Type.NOTE_STRONG);

    /** What a button looks like, and so how much it asks to be pressed. */
    public enum Kind {
        /** The one action of a page: filled green. Its icon stands behind the word. */
        PRIMARY("primary", true),
        /** White with a green line. */
        SECONDARY("secondary", false),
        /** White with a green line, its icon behind the word. */
        SECONDARY_TRAILING("secondary", true),
        /** White with a grey line. */
        QUIET("quiet", false),
        /** White with a grey line, its icon behind the word. */
        QUIET_TRAILING("quiet", true),
        /** Filled red: only for 办不成事 and for the end of a call. */
        ALARM("alarm", false),
        /** On the dark strip. */
        ON_STRIP("on-strip", false);

        private final String styleClass;
        private final boolean iconBehind;

        Kind(String styleClass, boolean iconBehind) {
            this.styleClass = styleClass;
            this.iconBehind = iconBehind;
        }
    }

    private final Words words;
    private final double extra;
    private final Optional<Glyph> glyph;

    private PushButton(Kind kind, String id, String text, Optional<Icon> icon) {
        super(id);
        getStyleClass().addAll("push", kind.styleClass);
        boolean large = kind == Kind.PRIMARY;
        words = Words.fitting(large ? PRIMARY_TYPES : OTHER_TYPES, text);
        glyph = icon.map(shown -> new Glyph(shown, large ? 44 : kind == Kind.ON_STRIP ? 36 : 40));
        HBox row = new HBox(GAP);
        row.setAlignment(Pos.CENTER);
        row.setMouseTransparent(true);
        row.setPadding(new Insets(0, TIGHT, 0, TIGHT));
        extra = kind == Kind.ON_STRIP ? 18 : 2 * (SIDE - TIGHT);
        row.getChildren().add(words);
        glyph.ifPresent(node -> row.getChildren().add(kind.iconBehind ? 1 : 0, node));
        getChildren().add(row);
        setMinHeight(88);
        setAccessibleText(text);
    }

    public static PushButton of(Kind kind, String id, String text) {
        return new PushButton(kind, id, text, Optional.empty());
    }

    public static PushButton of(Kind kind, String id, String text, Icon icon) {
        return new PushButton(kind, id, text, Optional.of(icon));
    }

    /** Never so narrow that its words, at their smallest, would not fit. */
    @Override
    protected double computeMinWidth(double height) {
        double icon = glyph.map(node -> node.side() + GAP).orElse(0.0);
        return Math.max(88, Math.ceil(words.narrowest() + icon + 2 * TIGHT));
    }

    @Override
    protected double computePrefWidth(double height) {
        return super.computePrefWidth(height) + extra;
    }

    /** Changes what it says and whether it can be pressed; one that cannot says what is missing. */
    public void show(String text, Icon icon, boolean enabled) {
        words.say(text);
        setAccessibleText(text);
        glyph.ifPresent(node -> node.show(icon));
        setDisable(!enabled);
    }

    public String said() {
        return words.said();
    }
}
