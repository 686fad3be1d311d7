package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.QrCode;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.theme.Type;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts that both ends of a filing have: the mark with its title, and the card with number, date and code. */
final class Outcome {
    /** Where these pages begin: a little higher than others, because of their large mark. */
    static final double TOP = 32;

    private Outcome() {}

    /** A large mark, and beside it what happened. */
    static HBox head(IconTile mark, String title, String line) {
        VBox words = new VBox(
                0,
                Words.flowing(List.of(Type.H1, Type.H1_LONG, Type.H2), title).asTitle(),
                Words.flowing(List.of(Type.BODY, Type.BODY_SMALL, Type.NOTE), line, "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(24, mark, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMouseTransparent(true);
        return head;
    }

    /**
     * The number and the date, with a code for the phone at the right.
     *
     * @param dress of the card
     */
    static Card number(
            String dress, String label, String number, String dateLabel, Words date, String note, Code code) {
        VBox words = new VBox(
                Words.wrapping(Type.BODY_SMALL, label, "ink2"),
                Words.fitting(List.of(Type.NUMBER, Type.H1, Type.H1_LONG, Type.H2), number),
                space(14),
                new Line(),
                space(18),
                Words.line(Type.BODY_SMALL, dateLabel, "ink2"),
                date,
                Words.wrapping(Type.BODY_SMALL, note, "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Words caption = Words.fitting(List.of(Type.NOTE), code.caption()).align(HPos.CENTER);
        VBox right = new VBox(8, new QrCode(code.text(), code.side()), caption);
        right.setAlignment(Pos.CENTER);
        HBox row = new HBox(32, words, right);
        row.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.dressed(dress, 0, row);
        card.setPadding(new Insets(code.margin(), 38, code.margin(), 38));
        card.setMouseTransparent(true);
        return card;
    }

    /** What a phone reads. */
    record Code(String text, String caption, double side, double margin) {}

    private static Region space(double height) {
        Region space = new Region();
        space.setMinHeight(height);
        space.setPrefHeight(height);
        space.setMaxHeight(height);
        return space;
    }
}
