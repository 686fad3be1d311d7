package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Fingerprint;
import banyan.kiosk.visit.FilingPage.Fingerprint.Flaw;
import banyan.kiosk.visit.FilingPage.Fingerprint.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;

/** What is taken of a finger and why, in three facts; then the finger, twice; and beside it the way on without. */
public final class FingerprintScreen extends Screen<Fingerprint> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Notice trouble = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final PushButton other;
    private final PushButton on;

    public FingerprintScreen(View view, Fingerprint page) {
        super(view);
        Scenery scenery = new Scenery(Illustration.FINGER_ON_PAD, "scene-frame", 11, 24);
        Node below = flaw(page).isPresent() ? trouble : gap(10);
        gesture(head(page.head(), title, help), scenery, facts(), below);
        back();
        boolean given = given(page);
        other = given
                ? middle(view.say("finger.redo"), Icon.ROTATE_CCW, new Wish.Agree())
                : middle(view.say("finger.without"), Icon.HAND, new Wish.WithoutFinger());
        on = primary("", Icon.FINGERPRINT, given ? new Wish.Next() : new Wish.Agree());
    }

    private Card facts() {
        double label = FactRow.labelWidth(
                view.say("finger.takes"), view.say("finger.purpose"), view.say("finger.clears"));
        Card card = Card.of(
                0,
                Words.fitting(List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG), view.say("finger.before")),
                gap(16),
                new FactRow(Icon.FINGERPRINT, view.say("finger.takes"), view.say("finger.takes.what"), label),
                gap(14),
                new FactRow(Icon.SHIELD_CHECK, view.say("finger.purpose"), view.say("finger.purpose.what"), label),
                gap(14),
                new FactRow(Icon.TRASH_2, view.say("finger.clears"), view.say("finger.clears.what"), label));
        card.setPadding(new Insets(32, 38, 36, 38));
        card.setMouseTransparent(true);
        return card;
    }

    /** What was given before stands until it is replaced. */
    private static boolean given(Fingerprint page) {
        return page.given() && page.phase() == Phase.ASKING;
    }

    private static Optional<Flaw> flaw(Fingerprint page) {
        return page.flaw().or(() -> page.usable() ? Optional.empty() : Optional.of(Flaw.GONE));
    }

    @Override
    public void show(Fingerprint page, Snapshot snapshot) {
        switch (page.phase()) {
            case ASKING -> say(given(page) ? "title.given" : "title", given(page) ? "help.given" : "help");
            case LAYING -> say(page.held() ? "title.again" : "title.lay", "help.lay");
            case LIFTING -> say("title.lift", "help.lift");
            case KEEPING -> say("title.keeping", "help.keeping");
        }
        flaw(page).ifPresent(why -> {
            String key = "finger." + word(why);
            trouble.show(Icon.TRIANGLE_ALERT, view.say(key), view.say(key + ".then"));
        });
        other.setDisable(page.phase() == Phase.KEEPING);
        showPrimary(page);
    }

    private void say(String titleKey, String helpKey) {
        title.say(view.say("finger." + titleKey));
        help.say(view.say("finger." + helpKey));
    }

    private void showPrimary(Fingerprint page) {
        switch (page.phase()) {
            case ASKING -> {
                if (given(page)) {
                    on.show(view.say("finger.next"), Icon.ARROW_RIGHT, true);
                } else if (!page.usable()) {
                    on.show(view.say("finger.unusable"), Icon.LOCK, false);
                } else {
                    on.show(
                            view.say(page.flaw().isPresent() ? "finger.retry" : "finger.agree"), Icon.FINGERPRINT, true);
                }
            }
            case LAYING -> on.show(view.say("finger.laying"), Icon.HOURGLASS, false);
            case LIFTING -> on.show(view.say("finger.lifting"), Icon.HOURGLASS, false);
            case KEEPING -> on.show(view.say("finger.keeping"), Icon.HOURGLASS, false);
        }
    }

    private static String word(Flaw why) {
        return switch (why) {
            case ABSENT -> "absent";
            case MOVED -> "moved";
            case POOR -> "poor";
            case DIFFERENT -> "different";
            case LEFT_LYING -> "left-lying";
            case GONE -> "gone";
        };
    }

    @Override
    public Object structure(Fingerprint page) {
        return List.of(page.head(), given(page), flaw(page).isPresent());
    }
}
