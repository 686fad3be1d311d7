package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.StaffAsk;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;

/** Staff want to see to the terminal: whoever is in the middle of a visit may refuse. */
final class StaffAskSheet extends SheetScreen<StaffAsk> {
    StaffAskSheet(View view) {
        super(view, StaffAsk.class, 1180, 480);
        Notice notice = new Notice("info", Icon.WRENCH, view.say("staff-ask.then"), "");
        notice.setMinHeight(140);
        fill(
                60,
                sceneWidth() - 60,
                stack(Words.wrapping(Type.H1, view.say("staff-ask.title")), gap(24), notice, rest()),
                top() + 48,
                buttonsTop() - 16);
        PushButton end = PushButton.of(Kind.QUIET, "staff-yes", view.say("staff-ask.yes"), Icon.LOG_OUT);
        end.onAct(() -> view.wish(new Wish.End()));
        at(wideLeft(456), end);
        primary(view.say("staff-ask.no"), Icon.ARROW_RIGHT, new Wish.Stay());
    }

    @Override
    protected void show(StaffAsk sheet, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    protected Object structure(StaffAsk sheet) {
        return sheet;
    }
}
