package banyan.kiosk.ui.control;

import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Weight;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A sentence on a tint: what happened, in bold, and then the next step. */
public final class Notice extends HBox {
    private static final Type BOLD = Type.SMALL_STRONG;
    private static final Type PLAIN = Type.BODY_SMALL;
    private static final double EXTRA = PLAIN.lineHeight() - PLAIN.size() * Weight.NATURAL_LINE;

    private final Text first;
    private final Text then;
    private final Glyph glyph;

    /** @param dress {@code info}, {@code attention-tint}, {@code attention} (with a line) or {@code alarm-tint} */
    public Notice(String dress, Icon icon, String boldFirst, String thenPlain) {
        super(20);
        getStyleClass().setAll("notice", dress);
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(16, 28, 16, 28));
        first = text(BOLD, boldFirst);
        then = text(PLAIN, after(boldFirst, thenPlain));
        glyph = new Glyph(icon, 44);
        TextFlow flow = new TextFlow(first, then);
        flow.setLineSpacing(EXTRA);
        HBox.setHgrow(flow, Priority.ALWAYS);
        getChildren().addAll(glyph, flow);
        setMouseTransparent(true);
    }

    private static Text text(Type type, String string) {
        Text text = new Text(string);
        text.setFont(type.font());
        text.getStyleClass().setAll("text");
        return text;
    }

    /** Takes another of the dresses. */
    public void dress(String dress) {
        getStyleClass().setAll("notice", dress);
    }

    public void show(Icon icon, String boldFirst, String thenPlain) {
        glyph.show(icon);
        say(first, boldFirst);
        say(then, after(boldFirst, thenPlain));
    }

    /** In a language with spaces, one stands between the two sentences. */
    private static String after(String boldFirst, String thenPlain) {
        boolean spaced = !boldFirst.isEmpty() && boldFirst.charAt(boldFirst.length() - 1) < 0x80;
        return spaced && !thenPlain.isEmpty() ? " " + thenPlain : thenPlain;
    }

    private static void say(Text text, String string) {
        if (!string.equals(text.getText())) {
            text.setText(string);
        }
    }
}
