package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepPost.Trial.From;
import banyan.kiosk.visit.UpkeepPost.Trial.Step;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The test page before camera or scanner, and its picture: no device can say whether it is good, a person does. */
public final class TestScanScreen extends StaffScreen<StaffPage.TestScan> {
    public TestScanScreen(View view, StaffPage.TestScan page) {
        super(view);
        if (page.seen().isPresent()) {
            judge(page);
        } else {
            ask(page);
        }
        back();
    }

    private void judge(StaffPage.TestScan page) {
        page.seen().ifPresent(seen -> {
            PaperView whole = new PaperView();
            whole.show(seen.whole());
            PaperView piece = new PaperView();
            piece.show(seen.piece());
            Words head = Words.title(view.say("upkeep.trial.judge"));
            Words look = help(view.say("upkeep.trial.look"));
            if (view.portrait()) {
                column(head(head, look), gap(20), high(300, piece), gap(20), high(860, whole), rest());
            } else {
                HBox both = new HBox(32, high(540, whole), high(300, piece));
                both.getChildren().forEach(one -> HBox.setHgrow(one, Priority.ALWAYS));
                column(head(head, look), gap(16), both, rest());
            }
        });
        PushButton bad = PushButton.of(Kind.QUIET, "judge-bad", view.say("upkeep.trial.bad"), Icon.X);
        bad.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Judge(false))));
        at(view.format().middle(), bad);
        primary(view.say("upkeep.trial.good"), Icon.CHECK, new Wish.OfStaff(new UpkeepWish.Judge(true)));
    }

    private void ask(StaffPage.TestScan page) {
        boolean taking = page.step() == Step.TAKING;
        column(
                head(
                        Words.title(view.say(taking ? "upkeep.trial.taking" : "upkeep.trial.lay")),
                        help(view.say("upkeep.trial.only-test-page"))),
                gap(24),
                page.step() == Step.FAILED
                        ? new Notice(
                                "attention",
                                Icon.TRIANGLE_ALERT,
                                view.say("upkeep.trial.failed." + StaffWords.word(page.from())),
                                view.say("upkeep.trial.failed.then"))
                        : gap(0),
                gap(24),
                high(view.portrait() ? 700 : 400, new Scenery(Illustration.PAGE_ON_TRAY, "scene-frame", 11, 24)),
                rest());
        boolean camera = page.there().contains(From.CAMERA);
        PushButton first = camera ? take(From.CAMERA, true) : take(From.FEEDER, true);
        first.setDisable(taking || page.there().isEmpty());
        if (camera && page.there().contains(From.FEEDER) && !taking) {
            PushButton _ = take(From.FEEDER, false);
        }
    }

    private PushButton take(From from, boolean first) {
        String says = view.say("upkeep.trial." + StaffWords.word(from));
        Icon icon = from == From.CAMERA ? Icon.SCAN_LINE : Icon.FILE_TEXT;
        Wish wish = new Wish.OfStaff(new UpkeepWish.TakeTrial(from));
        return first ? primary(says, icon, wish) : middle(says, icon, wish);
    }
}
