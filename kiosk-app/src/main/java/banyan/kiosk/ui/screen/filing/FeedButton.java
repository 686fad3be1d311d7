package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.Pile;
import banyan.kiosk.visit.Wish;

/** Draws a pile in from the scanner's feeder, goes on with the rest of one, or stops it. */
final class FeedButton {
    private final View view;
    private final PushButton button;
    private Wish wish = new Wish.Feed();

    FeedButton(View view) {
        this.view = view;
        button = PageStrip.button(view, "feed", view.say("feeder.feed"), Icon.SCAN_LINE);
        button.onAct(() -> view.wish(wish));
    }

    PushButton node() {
        return button;
    }

    /** @param elsewhere something else is being done that must end first */
    void show(Feeder feeder, boolean elsewhere) {
        switch (feeder) {
            case Feeder.None() -> button.setDisable(true);
            case Feeder.Drawing(_, boolean stopping) -> {
                wish = new Wish.StopFeeding();
                button.show(view.say(stopping ? "feeder.halting" : "feeder.stop"), Icon.CIRCLE_STOP, !stopping);
            }
            case Feeder.Resting(boolean usable, var last) -> {
                wish = new Wish.Feed();
                boolean rest = last.map(Pile::how).filter(FeedEnd::leavesSome).isPresent();
                String says = !usable ? "feeder.unusable" : rest ? "feeder.again" : "feeder.feed";
                button.show(view.say(says), Icon.SCAN_LINE, usable && !elsewhere);
            }
        }
    }
}
