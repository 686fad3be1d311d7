package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;

/** The test page is out. The printer cannot see it; a person says whether it is good. */
public final class JudgeScreen extends StaffScreen<StaffPage.JudgeTestPage> {
    public JudgeScreen(View view) {
        super(view);
        column(
                head(Words.title(view.say("upkeep.judge")), help(view.say("upkeep.judge.look"))),
                gap(32),
                high(view.portrait() ? 760 : 460, new Scenery(Illustration.TAKE_PAPER, "scene-frame", 11, 24)),
                rest());
        PushButton bad = PushButton.of(Kind.QUIET, "judge-bad", view.say("upkeep.judge.bad"), Icon.X);
        bad.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Judge(false))));
        at(wideLeft(456), bad);
        primary(view.say("upkeep.judge.good"), Icon.CHECK, new Wish.OfStaff(new UpkeepWish.Judge(true)));
    }

    @Override
    public Object structure(StaffPage.JudgeTestPage page) {
        return StaffPage.JudgeTestPage.class;
    }
}
