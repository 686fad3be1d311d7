package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.CannotDo;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;

/** 办不成事: the help number to quote, and whether the report is durable here. */
final class CannotDoSheet extends SheetScreen<CannotDo> {
    CannotDoSheet(View view, CannotDo sheet) {
        super(view, CannotDo.class, 900, 300);
        Card number = Card.dressed(
                "alarm-line",
                0,
                Words.line(Type.BODY_SMALL, view.say("cannot-do.number"), "ink2"),
                Words.line(Type.NUMBER, sheet.trace()),
                Words.wrapping(Type.BODY_SMALL, view.say("cannot-do.no-data"), "ink2"));
        number.setPadding(new Insets(28, 38, 28, 38));
        number.setMouseTransparent(true);
        Notice kept = sheet.sent()
                ? new Notice(
                        "good-tint", Icon.CIRCLE_CHECK, view.say("cannot-do.kept"), view.say("cannot-do.kept.then"))
                : new Notice(
                        "attention",
                        Icon.TRIANGLE_ALERT,
                        view.say("cannot-do.not-kept"),
                        view.say("cannot-do.not-kept.then"));
        kept.setMinHeight(130);
        fill(
                60,
                sceneWidth() - 60,
                stack(Words.wrapping(Type.H1, view.say("cannot-do.title")), gap(24), number, gap(24), kept, rest()),
                top() + 48,
                buttonsTop() - 16);
        primary(view.say("cannot-do.close"), Icon.ARROW_RIGHT, new Wish.Stay());
    }

    @Override
    protected void show(CannotDo sheet, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    protected Object structure(CannotDo sheet) {
        return sheet;
    }
}
