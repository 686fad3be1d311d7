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
import banyan.kiosk.visit.FilingPage.BankCard;
import banyan.kiosk.visit.FilingPage.BankCard.Flaw;
import banyan.kiosk.visit.FilingPage.BankCard.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;

/** A bank card is put in, its number is read, it is taken out; and beside it the way back to the keys. */
public final class BankCardScreen extends Screen<BankCard> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Notice trouble = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final PushButton waits;

    public BankCardScreen(View view, BankCard page) {
        super(view);
        Illustration gesture = page.phase() == Phase.REMOVING ? Illustration.TAKE_CARD : Illustration.INSERT_CARD;
        Scenery scenery = new Scenery(gesture, "scene-frame", 11, 24);
        Node below = page.flaw().isPresent() ? trouble : gap(10);
        gesture(head(page.head(), title, help), scenery, facts(), below);
        back();
        middle(view.say("bank-card.type"), Icon.KEYBOARD, new Wish.Edit(page.field()));
        waits = primary("", Icon.HOURGLASS, new Wish.Stay());
    }

    private Card facts() {
        double label = FactRow.labelWidth(
                view.say("bank-card.reads"), view.say("bank-card.never"), view.say("bank-card.clears"));
        Card card = Card.of(
                0,
                new FactRow(Icon.CREDIT_CARD, view.say("bank-card.reads"), view.say("bank-card.reads.what"), label),
                gap(14),
                new FactRow(Icon.SHIELD_CHECK, view.say("bank-card.never"), view.say("bank-card.never.what"), label),
                gap(14),
                new FactRow(Icon.TRASH_2, view.say("bank-card.clears"), view.say("bank-card.clears.what"), label));
        card.setPadding(new Insets(32, 38, 36, 38));
        card.setMouseTransparent(true);
        return card;
    }

    @Override
    public void show(BankCard page, Snapshot snapshot) {
        switch (page.phase()) {
            case WAITING -> say("title", "help");
            case READING -> say("title.reading", "help.reading");
            case REMOVING -> say(page.read() ? "title.read" : "title.take", "help.take");
            case STOPPED -> say("title.stopped", "help.stopped");
        }
        page.flaw().ifPresent(why -> {
            String key = "bank-card." + word(why);
            trouble.show(Icon.TRIANGLE_ALERT, view.say(key), view.say(key + ".then"));
        });
        switch (page.phase()) {
            case WAITING -> waits.show(view.say("bank-card.waiting"), Icon.HOURGLASS, false);
            case READING -> waits.show(view.say("bank-card.reading"), Icon.HOURGLASS, false);
            case REMOVING -> waits.show(view.say("bank-card.removing"), Icon.HOURGLASS, false);
            case STOPPED -> waits.show(view.say("bank-card.unusable"), Icon.LOCK, false);
        }
    }

    private void say(String titleKey, String helpKey) {
        title.say(view.say("bank-card." + titleKey));
        help.say(view.say("bank-card." + helpKey));
    }

    private static String word(Flaw why) {
        return switch (why) {
            case MOVED -> "moved";
            case MUTE -> "mute";
            case OTHER -> "other";
            case UNREADABLE -> "unreadable";
            case FORGOTTEN -> "forgotten";
            case GONE -> "gone";
        };
    }

    @Override
    public Object structure(BankCard page) {
        return List.of(page.head(), page.field(), page.phase() == Phase.REMOVING, page.flaw().isPresent());
    }
}
