package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.staff.StaffRoster;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.Pad;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepPost.Flaw;
import banyan.kiosk.visit.UpkeepPost.SignIn.Asks;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import javafx.geometry.HPos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Staff card, then PIN. What is typed is never shown, only how much of it is there. */
public final class StaffSignInScreen extends StaffScreen<StaffPage.StaffSignIn> {
    private final Words title = Words.title("");
    private final Words dots = Words.line(Type.H1, "").align(HPos.CENTER);
    private final Notice flaw = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final Pad pad;
    private String typed = "";

    public StaffSignInScreen(View view, StaffPage.StaffSignIn page) {
        super(view);
        pad = new Pad(
                view.format().keyboard(),
                false,
                StaffRoster.PIN_DIGITS,
                new Pad.Labels(view.say("pad.clear"), view.say("pad.done"), view.say("pad.delete")),
                this::type,
                () -> view.wish(new Wish.OfStaff(new UpkeepWish.Enter())));
        if (page.asks() == Asks.NOBODY) {
            flaw.show(Icon.INFO, view.say("upkeep.nobody.how"), view.say("upkeep.nobody.then"));
            column(title, gap(24), flaw, gap(24), help(view.say("upkeep.nobody.doctor")), rest());
        } else if (pin(page)) {
            column(title, gap(12), flaw, gap(view.portrait() ? 60 : 4), high(80, dots), rest());
            lay(pad);
            root().addEventHandler(KeyEvent.KEY_TYPED, event -> pad.type(event.getCharacter()));
            root().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.BACK_SPACE) {
                    pad.delete();
                }
            });
        } else {
            Scenery scenery = new Scenery(Illustration.PLACE_CARD, "scene-frame", 11, 24);
            column(title, gap(24), flaw, gap(24), high(view.portrait() ? 590 : 480, scenery), rest());
        }
        back();
    }

    private void explain(Flaw why) {
        String key = switch (why) {
            case CARD_UNREADABLE -> "upkeep.card-unreadable";
            case NOT_RECOGNISED -> "upkeep.not-recognised";
            case PAUSED -> "upkeep.paused";
        };
        flaw.show(Icon.TRIANGLE_ALERT, view.say(key), view.say(key + ".then"));
    }

    private void type(String text) {
        typed = text;
        view.wish(new Wish.OfStaff(new UpkeepWish.Pin(text)));
    }

    private static boolean pin(StaffPage.StaffSignIn page) {
        return page.asks() == Asks.PIN || page.asks() == Asks.CHECKING;
    }

    @Override
    public void show(StaffPage.StaffSignIn page, Snapshot snapshot) {
        super.show(page, snapshot);
        title.say(
                switch (page.asks()) {
                    case NOBODY -> view.say("upkeep.nobody");
                    case LIFT -> view.say("upkeep.sign-in.lift");
                    case CARD -> view.say("upkeep.sign-in.card");
                    case READING -> view.say("upkeep.sign-in.reading");
                    case PIN -> view.say("upkeep.sign-in.pin");
                    case CHECKING -> view.say("upkeep.sign-in.checking");
                });
        // In its place also where there is none: what is typed must not move, nor be begun anew, while it is being read.
        flaw.setVisible(page.flaw().isPresent() || page.asks() == Asks.NOBODY);
        page.flaw().ifPresent(this::explain);
        dots.say("●".repeat(page.digits()) + "○".repeat(Math.max(0, StaffRoster.PIN_DIGITS - page.digits())));
        // What was tried is gone; the next digit begins anew.
        if (page.digits() == 0) {
            typed = "";
        }
        pad.show(typed);
    }

    @Override
    public Object structure(StaffPage.StaffSignIn page) {
        return page.asks() == Asks.NOBODY ? Asks.NOBODY : pin(page);
    }
}
