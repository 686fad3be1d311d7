package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.scene.layout.Pane;

/** The dark band at the top of every screen of the staff: closed for service, who is here, and no citizen on this screen. */
final class StaffHead extends Pane {
    private static final double LEAVE_HEIGHT = 88;

    private final Words title;
    private final Words line = Words.fitting(List.of(Type.NOTE), "", "on-dark2");
    private final Glyph wrench = new Glyph(Icon.WRENCH, 56, "wrench-glyph");
    private final Glyph eye = new Glyph(Icon.EYE_OFF, 40, "on-dark2-glyph");
    private final Words without;
    private final PushButton leave;
    private final boolean portrait;

    StaffHead(View view) {
        portrait = view.portrait();
        getStyleClass().setAll("staff-strip");
        Zone strip = view.format().strip();
        setManaged(false);
        resizeRelocate(0, 0, strip.width(), strip.height());
        title = Words.fitting(List.of(Type.BODY_STRONG, Type.NOTE_STRONG), view.say("upkeep.closed"), "on-dark");
        without = Words.fitting(List.of(Type.NOTE), view.say("upkeep.no-citizen"), "on-dark2");
        leave = PushButton.of(PushButton.Kind.ON_STRIP, "leave-upkeep", view.say("upkeep.leave"), Icon.LOG_OUT);
        leave.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Leave())));
        // In portrait the second line says it already.
        eye.setVisible(!portrait);
        without.setVisible(!portrait);
        getChildren().addAll(wrench, title, line, eye, without, leave);
    }

    /** Who is here, and until when. */
    void say(String who) {
        line.say(who);
    }

    @Override
    protected void layoutChildren() {
        double left = portrait ? 32 : 60;
        wrench.relocate(left, 24);
        double width = Math.ceil(leave.prefWidth(-1));
        double right = getWidth() - 12 - width;
        leave.resizeRelocate(right, 8, width, LEAVE_HEIGHT);
        if (!portrait) {
            double words = Math.ceil(without.prefWidth(-1));
            right -= 28 + words;
            without.resizeRelocate(right, 33, words, 40);
            right -= 54;
            eye.relocate(right, 32);
        }
        double text = left + 76;
        title.resizeRelocate(text, 13, right - text - 24, 45);
        line.resizeRelocate(text, 51, right - text - 24, 40);
    }
}
