package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.ListRow;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Ring;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.IdleWarning;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Are you still here? The seconds left, what becomes of things, and two ways on. */
final class IdleSheet extends SheetScreen<IdleWarning> {
    private final Ring.WithNumber ring = new Ring.WithNumber(view.say("idle.unit"));

    IdleSheet(View view, IdleWarning sheet) {
        super(view, IdleWarning.class, 520, 170);
        Words title = Words.fitting(List.of(Type.DISPLAY, Type.H1), view.say("idle.title"))
                .align(HPos.CENTER);
        Words help = Words.wrapping(Type.LEAD, view.say("idle.help"), "ink2").align(HPos.CENTER);
        HBox middle = new HBox(ring);
        middle.setAlignment(Pos.CENTER);
        PushButton slow = PushButton.of(Kind.QUIET, "slow", view.say("idle.slow"), Icon.TIMER);
        slow.onAct(() -> view.wish(new Wish.Slow()));
        Card facts = facts(sheet);
        if (view.portrait()) {
            VBox words = stack(title, gap(6), help);
            words.setPadding(new Insets(0, 140, 0, 140));
            VBox column = stack(words, gap(41), middle, gap(42), facts, gap(24), high(104, slow), rest());
            fill(60, 1020, column, 566, 1608);
            at(wideLeft(456), leave());
        } else {
            fill(60, 948, stack(gap(20), title, gap(6), help, gap(24), middle, rest()), top() + 30, 930);
            fill(972, 1860, stack(gap(60), facts, gap(24), high(104, slow), rest()), top() + 30, 930);
            at(wideLeft(456), leave());
        }
        primary(view.say("idle.stay"), Icon.ARROW_RIGHT, new Wish.Stay());
    }

    private PushButton leave() {
        PushButton leave = PushButton.of(Kind.QUIET, "leave", view.say("idle.end"), Icon.LOG_OUT);
        leave.onAct(() -> view.wish(new Wish.EndForSure()));
        return leave;
    }

    private Card facts(IdleWarning sheet) {
        String draft = sheet.draftKept() ? "idle.draft-kept" : "idle.draft-cleared";
        Card card = Card.of(
                0,
                fact(sheet.draftKept() ? Icon.SAVE : Icon.TRASH_2, draft),
                new Line(),
                fact(Icon.ID_CARD, "idle.card"));
        card.setPadding(new Insets(2));
        card.setMouseTransparent(true);
        return card;
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

    @Override
    protected void show(IdleWarning sheet, Snapshot snapshot) {
        ring.show(sheet.secondsLeft(), sheet.of(), view.say("idle.unit"));
    }

    @Override
    protected Object structure(IdleWarning sheet) {
        return sheet.draftKept();
    }
}
