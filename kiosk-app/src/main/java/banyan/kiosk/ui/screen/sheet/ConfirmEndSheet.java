package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.ConfirmEnd;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.scene.layout.VBox;

/** Something would be lost: end all the same? What then holds is said before. */
final class ConfirmEndSheet extends SheetScreen<ConfirmEnd> {
    ConfirmEndSheet(View view, ConfirmEnd sheet) {
        super(view, ConfirmEnd.class, sheet.later() ? 1040 : 1180, sheet.later() ? 340 : 480);
        String key = sheet.sealedGoesOn() ? "confirm-end.sealed" : "confirm-end.draft";
        Notice notice = new Notice(
                sheet.sealedGoesOn() ? "info" : "attention",
                sheet.sealedGoesOn() ? Icon.INFO : Icon.TRASH_2,
                view.say(key),
                view.say(key + ".then"));
        notice.setMinHeight(140);
        fill(
                60,
                sceneWidth() - 60,
                column(sheet, notice),
                top() + 48,
                buttonsTop() - 16);
        PushButton end = PushButton.of(Kind.QUIET, "end-for-sure", view.say("confirm-end.yes"), Icon.LOG_OUT);
        end.onAct(() -> view.wish(new Wish.EndForSure()));
        at(wideLeft(456), end);
        primary(view.say("confirm-end.no"), Icon.ARROW_RIGHT, new Wish.Stay());
    }

    /** Another time stands above the two ways that were always there. */
    private VBox column(ConfirmEnd sheet, Notice notice) {
        VBox column = stack(Words.wrapping(Type.H1, view.say("confirm-end.title")), gap(24), notice);
        if (sheet.later()) {
            PushButton later = PushButton.of(Kind.SECONDARY, "later", view.say("confirm-end.later"), Icon.SAVE);
            later.onAct(() -> view.wish(new Wish.Later()));
            column.getChildren().addAll(gap(24), high(104, later));
        }
        column.getChildren().add(rest());
        return column;
    }

    @Override
    protected void show(ConfirmEnd sheet, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    protected Object structure(ConfirmEnd sheet) {
        return sheet;
    }
}
