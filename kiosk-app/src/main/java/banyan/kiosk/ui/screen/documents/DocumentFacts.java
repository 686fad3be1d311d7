package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What makes the printed page good as proof. */
final class DocumentFacts {
    private DocumentFacts() {}

    static Card card(View view) {
        Card card = Card.of(
                6,
                Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG), view.say("document.facts")),
                fact(Icon.STAMP, view.say("document.seal")),
                fact(Icon.QR_CODE, view.say("document.verify")),
                fact(Icon.LOCK, view.say("document.full-on-paper")));
        card.setPadding(new Insets(28, 24, 26, 28));
        card.setMouseTransparent(true);
        return card;
    }

    private static HBox fact(Icon icon, String text) {
        Words words = Words.wrapping(Type.NOTE, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(14, new Glyph(icon, 34, "link-glyph"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(46);
        return row;
    }
}
