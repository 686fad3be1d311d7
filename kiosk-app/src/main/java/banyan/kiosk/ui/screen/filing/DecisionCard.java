package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an item's rules came to: asked for, decided with its grounds, or a person's by a day. */
final class DecisionCard {
    private static final double MARK = 84;

    private DecisionCard() {}

    static Card of(View view, AtOnce decision) {
        String state = decision.state().name();
        VBox words = new VBox(
                6, Words.flowing(List.of(Type.H3, Type.BUTTON, Type.BODY_SMALL), view.say("received.decision." + state)).asTitle());
        decision.grounds().forEach(ground -> words.getChildren()
                .add(Words.flowing(List.of(Type.BODY_SMALL, Type.NOTE), view.say("received.decision.ground", "text", ground))));
        String then = decision.words().isEmpty()
                ? view.say("received.decision." + state + ".then", "date", view.texts().dayAndMonth(decision.day()))
                : decision.words();
        words.getChildren().add(Words.flowing(List.of(Type.BODY_SMALL, Type.NOTE), then, "ink2"));
        switch (decision.state()) {
            case GRANTED, REFUSED -> words.getChildren()
                    .add(Words.flowing(
                            List.of(Type.BODY_SMALL, Type.NOTE), view.say("received.decision." + state + (decision.document() ? ".here" : ".paper")), "ink2"));
            case ASKING, PERSON, UNHEARD -> {}
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(24, mark(decision.state()), words);
        row.setAlignment(Pos.TOP_LEFT);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(24, 32, 24, 34));
        card.setMouseTransparent(true);
        return card;
    }

    private static IconTile mark(AtOnce.State state) {
        return switch (state) {
            case ASKING -> new IconTile("disc-next", Icon.HOURGLASS, MARK, 46);
            case GRANTED -> new IconTile("disc", Icon.BADGE_CHECK, MARK, 52);
            case REFUSED -> new IconTile("amber", Icon.TRIANGLE_ALERT, MARK, 48);
            case PERSON -> new IconTile("disc-next", Icon.USER_ROUND_CHECK, MARK, 46);
            case UNHEARD -> new IconTile("disc-next", Icon.CLOCK, MARK, 46);
        };
    }
}
