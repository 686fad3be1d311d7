package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.ListRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Later;
import banyan.kiosk.visit.KeepingPage.Later.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Go on another time: what would be kept, where and for how long; and then whether the centre keeps it. Both ways are equally easy. */
public final class LaterScreen extends Screen<Later> {
    private final Words title = Words.title("");
    private final Notice state = new Notice("info", Icon.INFO, "", "");

    public LaterScreen(View view, Later page) {
        super(view);
        Card facts = Card.of(
                0,
                fact(Icon.SQUARE_PEN, "later.what"),
                new Line(),
                fact(Icon.LANDMARK, "later.where"),
                new Line(),
                fact(Icon.TIMER, "later.long"));
        facts.setPadding(new Insets(2));
        facts.setMouseTransparent(true);
        VBox all = stack(head(title, help(view.say("later.help." + word(page.phase())))), gap(24), facts, gap(24), state);
        boolean asks = page.phase() == Phase.ASKING || page.phase() == Phase.NOT_KEPT;
        if (asks) {
            PushButton on = PushButton.of(Kind.QUIET, "go-on", view.say("later.go-on"), Icon.ARROW_LEFT);
            on.onAct(() -> view.wish(new Wish.Back()));
            all.getChildren().addAll(gap(24), high(104, on));
        }
        column(all, rest());
        switch (page.phase()) {
            case ASKING, NOT_KEPT -> {
                PushButton clear = PushButton.of(Kind.QUIET, "end-for-sure", view.say("later.clear"), Icon.TRASH_2);
                clear.onAct(() -> view.wish(new Wish.End()));
                at(wideLeft(456), clear);
                String yes = page.phase() == Phase.ASKING ? "later.yes" : "later.again";
                primary(view.say(yes), Icon.ARROW_RIGHT, new Wish.KeepDraft());
            }
            case SENDING -> primary(view.say("later.sending"), Icon.HOURGLASS, new Wish.Here()).setDisable(true);
            case KEPT -> primary(view.say("later.end"), Icon.LOG_OUT, new Wish.End());
        }
    }

    private ListRow fact(Icon icon, String key) {
        VBox words = new VBox(
                -2,
                Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG), view.say(key)),
                Words.wrapping(Type.BODY_SMALL, view.say(key + ".then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        ListRow row = new ListRow(140, 24, new Glyph(icon, 52, "link-glyph"), words);
        row.setPadding(new Insets(0, 30, 0, 32));
        return row;
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case ASKING -> "asking";
            case SENDING -> "sending";
            case KEPT -> "kept";
            case NOT_KEPT -> "not-kept";
        };
    }

    @Override
    public void show(Later page, Snapshot snapshot) {
        title.say(page.phase() == Phase.KEPT ? view.say("later.title.kept") : page.itemTitle());
        switch (page.phase()) {
            case ASKING -> state.show(Icon.TRASH_2, view.say("later.state.asking"), view.say("later.state.asking.then"));
            case SENDING -> state.show(Icon.HOURGLASS, view.say("later.state.sending"), "");
            case KEPT -> state.show(
                    Icon.CIRCLE_CHECK,
                    view.say("later.state.kept"),
                    page.until()
                            .map(end -> view.say("later.state.kept.then", "day", view.texts().fullDate(end.toLocalDate())))
                            .orElse(""));
            case NOT_KEPT -> state.show(Icon.TRIANGLE_ALERT, view.say("later.state.not-kept"), view.say("later.state.not-kept.then"));
        }
        state.dress(page.phase() == Phase.NOT_KEPT ? "attention" : "info");
    }

    @Override
    public Object structure(Later page) {
        return page.phase();
    }
}
