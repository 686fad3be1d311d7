package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page.Querying;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asking the centre: what is asked for, and for how long that goes on. */
public final class QueryingScreen extends Screen<Querying> {
    private final Words title = Words.title("");

    public QueryingScreen(View view) {
        super(view);
        VBox words = new VBox(
                6,
                Words.wrapping(Type.H2, view.say("querying.asking")),
                Words.wrapping(Type.BODY, view.say("querying.asking.then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(34, new IconTile("disc-doing", Icon.SEND, 96, 48), words);
        row.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(48));
        card.setMouseTransparent(true);
        column(head(title, help(view.say("querying.help"))), gap(33), card, rest());
        back();
        PushButton primary = primary(view.say("querying.primary"), Icon.HOURGLASS, new Wish.Here());
        primary.setDisable(true);
    }

    @Override
    public void show(Querying page, Snapshot snapshot) {
        title.say(page.itemTitle());
    }

    @Override
    public Object structure(Querying page) {
        return Querying.class;
    }
}
