package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Sheet.Zoom;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;

/** A paper as large as the screen allows, all of it. */
final class ZoomSheet extends SheetScreen<Zoom> {
    private final PaperView paper = new PaperView();
    private final Words which = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), "", "ink2");

    ZoomSheet(View view, Zoom sheet) {
        super(view, Zoom.class, 150, 130);
        paper.setManaged(false);
        if (view.portrait()) {
            lay(paper);
            paper.resizeRelocate(48, top() + 34, 984, 1392);
            which.setManaged(false);
            which.resizeRelocate(284 + 12, buttonsTop() + 36, 250, 48);
        } else {
            lay(paper);
            paper.resizeRelocate(60, top() + 16, 1340, 790);
            which.setManaged(false);
            which.resizeRelocate(1460, 220, 400, 48);
        }
        lay(which);
        if (sheet.preview().pages() > 1) {
            PushButton before =
                    PushButton.of(Kind.QUIET, "document-before", view.say("signing.before"), Icon.ARROW_LEFT);
            PushButton after =
                    PushButton.of(Kind.QUIET_TRAILING, "document-after", view.say("signing.after"), Icon.ARROW_RIGHT);
            before.onAct(() -> view.wish(new Wish.TurnDocument(-1)));
            after.onAct(() -> view.wish(new Wish.TurnDocument(1)));
            if (view.portrait()) {
                at(new Zone(60, buttonsTop(), 226, 120), before);
                at(new Zone(306, buttonsTop(), 226, 120), after);
                which.setVisible(false);
            } else {
                at(new Zone(1460, 300, 400, 104), before);
                at(new Zone(1460, 424, 400, 104), after);
            }
        }
        primary(view.say("button.close"), Icon.X, new Wish.Stay());
    }

    @Override
    protected void show(Zoom sheet, Snapshot snapshot) {
        Page.Preview preview = sheet.preview();
        // Only a preview has something to hide; the document that is signed is shown as it is.
        paper.show(
                preview.picture(),
                preview.bars(),
                snapshot.page() instanceof Page.Signing ? "" : view.say("preview.no-proof"));
        which.say(view.say("preview.which", "page", preview.page(), "of", preview.pages()));
    }

    @Override
    protected Object structure(Zoom sheet) {
        return sheet.preview().pages() > 1;
    }
}
