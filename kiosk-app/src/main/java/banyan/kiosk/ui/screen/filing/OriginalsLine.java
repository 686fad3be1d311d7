package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Originals;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** In one line, where the originals are that go into the cabinet. */
final class OriginalsLine extends HBox {
    OriginalsLine(View view, Originals originals) {
        super(14);
        boolean there =
                switch (originals.how()) {
                    case DEPOSITED -> true;
                    case UNCERTAIN, NOT -> false;
                };
        String says =
                switch (originals.how()) {
                    case DEPOSITED -> view.say("originals.deposited", "cell", originals.cell());
                    case UNCERTAIN -> view.say("originals.uncertain", "cell", originals.cell());
                    case NOT -> view.say("originals.not");
                };
        Words words = Words.fitting(
                List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), says, there ? "strong" : "look");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Glyph(there ? Icon.ARCHIVE : Icon.TRIANGLE_ALERT, 40, there ? "link-glyph" : "ink2-glyph"), words);
        setAlignment(Pos.CENTER_LEFT);
        setMouseTransparent(true);
    }
}
