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
import banyan.kiosk.visit.KeepingPage.Later.Way;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Go on another time: what would be kept, where and for how long, in the account or under a code on paper; and then whether it is kept.
 * To keep it and to clear it are equally easy.
 */
public final class LaterScreen extends Screen<Later> {
    private final Words title = Words.title("");
    private final Notice state = new Notice("info", Icon.INFO, "", "");

    public LaterScreen(View view, Later page) {
        super(view);
        Card facts = Card.of(
                0,
                fact(Icon.SQUARE_PEN, "later.what"),
                new Line(),
                fact(page.way() == Way.PAPER ? Icon.PRINTER : Icon.LANDMARK, words(page, "where")),
                new Line(),
                fact(Icon.TIMER, words(page, "long")));
        facts.setPadding(new Insets(2));
        facts.setMouseTransparent(true);
        VBox all = stack(head(title, help(view.say(words(page, "help." + word(page.phase()))))), gap(24), facts, gap(24), state);
        boolean asks = page.phase() == Phase.ASKING || page.phase() == Phase.NOT_KEPT;
        if (asks) {
            PushButton on = PushButton.of(Kind.QUIET, "go-on", view.say("later.go-on"), Icon.ARROW_LEFT);
            on.onAct(() -> view.wish(new Wish.Back()));
            all.getChildren().addAll(gap(24), page.other() ? row(GAP, high(104, on), high(104, other(page))) : high(104, on));
        }
        column(all, rest());
        switch (page.phase()) {
            case ASKING, NOT_KEPT -> {
                PushButton clear = PushButton.of(Kind.QUIET, "end-for-sure", view.say("later.clear"), Icon.TRASH_2);
                clear.onAct(() -> view.wish(new Wish.End()));
                at(wideLeft(456), clear);
                String yes = page.phase() == Phase.ASKING ? words(page, "yes") : "later.again";
                primary(view.say(yes), Icon.ARROW_RIGHT, new Wish.KeepDraft());
            }
            case SENDING -> primary(view.say(words(page, "sending")), Icon.HOURGLASS, new Wish.Here()).setDisable(true);
            case KEPT -> primary(view.say("later.end"), Icon.LOG_OUT, new Wish.End());
        }
    }

    private PushButton other(Later page) {
        boolean toPaper = page.way() == Way.ACCOUNT;
        PushButton other = PushButton.of(
                Kind.QUIET,
                toPaper ? "on-paper" : "in-account",
                view.say(toPaper ? "later.on-paper" : "later.in-account"),
                toPaper ? Icon.PRINTER : Icon.LANDMARK);
        other.onAct(() -> view.wish(new Wish.LaterBy(page.way().other())));
        return other;
    }

    /** What is true of the paper is said in its own words. */
    private static String words(Later page, String key) {
        return (page.way() == Way.PAPER ? "later.paper." : "later.") + key;
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
        title.say(page.phase() == Phase.KEPT ? view.say(words(page, "title.kept")) : page.itemTitle());
        String said = words(page, "state." + word(page.phase()));
        switch (page.phase()) {
            case ASKING -> state.show(Icon.TRASH_2, view.say(said), view.say(said + ".then"));
            case SENDING -> state.show(Icon.HOURGLASS, view.say(said), "");
            case KEPT -> state.show(Icon.CIRCLE_CHECK, view.say(said), keptThen(page, said));
            case NOT_KEPT -> state.show(Icon.TRIANGLE_ALERT, view.say(said), view.say(said + ".then"));
        }
        state.dress(page.phase() == Phase.NOT_KEPT ? "attention" : "info");
    }

    private String keptThen(Later page, String said) {
        return page.way() == Way.PAPER
                ? view.say(said + ".then")
                : page.until()
                        .map(end -> view.say(said + ".then", "day", view.texts().fullDate(end.toLocalDate())))
                        .orElse("");
    }

    @Override
    public Object structure(Later page) {
        return List.of(page.phase(), page.way(), page.other());
    }
}
