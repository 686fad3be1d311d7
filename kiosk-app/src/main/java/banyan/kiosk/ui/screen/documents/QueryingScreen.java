package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.PaperPage.Querying;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asking the centre, or setting a document: what is done, and for how long that goes on. */
public final class QueryingScreen extends Screen<Querying> {
    private final Words title = Words.title("");

    public QueryingScreen(View view, Querying page) {
        super(view);
        String work =
                switch (page.work()) {
                    case ASKING -> "querying";
                    case SETTING -> "setting";
                };
        VBox words = new VBox(
                6,
                Words.wrapping(Type.H2, view.say(work + ".now")),
                Words.wrapping(Type.BODY, view.say(work + ".then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(34, new IconTile("disc-doing", page.work() == Querying.Work.ASKING ? Icon.SEND : Icon.FILE_TEXT, 96, 48), words);
        row.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(48));
        card.setMouseTransparent(true);
        column(head(title, help(view.say(work + ".help"))), gap(33), card, rest());
        back();
        PushButton primary = primary(view.say(work + ".primary"), Icon.HOURGLASS, new Wish.Here());
        primary.setDisable(true);
    }

    @Override
    public void show(Querying page, Snapshot snapshot) {
        title.say(page.itemTitle());
    }

    @Override
    public Object structure(Querying page) {
        return page.work();
    }
}
