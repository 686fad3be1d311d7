package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.FilingPage;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.Sheet.Zoom;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** A paper as large as the screen allows, all of it. */
final class ZoomSheet extends SheetScreen<Zoom> {
    private static final double WIDE = 1360;
    private static final double WINDOW = 794;
    private static final double STEP = 0.7;
    private static final double RIGHT = 1460;
    private static final double RIGHT_WIDTH = 400;

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
            layWide(sheet.preview());
            which.setManaged(false);
            which.resizeRelocate(RIGHT, 200, RIGHT_WIDTH, 48);
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
                at(new Zone(RIGHT, 280, RIGHT_WIDTH, 104), before);
                at(new Zone(RIGHT, 404, RIGHT_WIDTH, 104), after);
            }
        }
        primary(view.say("button.close"), Icon.X, new Wish.Stay());
    }

    /** In landscape the page is as wide as there is room, and is moved up and down by buttons. */
    private void layWide(PaperPage.Preview preview) {
        double high = WIDE * preview.picture().height() / preview.picture().width();
        Pane window = new Pane(paper);
        window.setClip(new Rectangle(WIDE, WINDOW));
        window.setMouseTransparent(true);
        lay(window);
        window.resizeRelocate(60, top() + 14, WIDE, WINDOW);
        paper.resizeRelocate(0, 0, WIDE, high);
        double farthest = Math.max(0, high - WINDOW);
        PushButton up = PushButton.of(Kind.QUIET, "zoom-up", view.say("zoom.up"), Icon.ARROW_UP_TO_LINE);
        PushButton down = PushButton.of(Kind.QUIET, "zoom-down", view.say("zoom.down"), Icon.ARROW_DOWN_TO_LINE);
        up.onAct(() -> paper.setLayoutY(Math.min(0, paper.getLayoutY() + WINDOW * STEP)));
        down.onAct(() -> paper.setLayoutY(Math.max(-farthest, paper.getLayoutY() - WINDOW * STEP)));
        at(new Zone(RIGHT, 580, RIGHT_WIDTH, 104), up);
        at(new Zone(RIGHT, 704, RIGHT_WIDTH, 104), down);
    }

    @Override
    protected void show(Zoom sheet, Snapshot snapshot) {
        PaperPage.Preview preview = sheet.preview();
        // Only a preview has something to hide; the document that is signed is shown as it is.
        paper.show(
                preview.picture(),
                preview.bars(),
                snapshot.page() instanceof FilingPage.Signing ? "" : view.say("preview.no-proof"));
        which.say(view.say("preview.which", "page", preview.page(), "of", preview.pages()));
    }

    @Override
    protected Object structure(Zoom sheet) {
        return sheet.preview().pages() > 1;
    }
}
