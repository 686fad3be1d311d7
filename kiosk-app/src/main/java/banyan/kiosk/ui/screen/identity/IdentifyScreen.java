package banyan.kiosk.ui.screen.identity;

import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Consent in three facts, and then the card. Nothing is read before the citizen agrees. */
public final class IdentifyScreen extends Screen<Page.Identify> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Notice trouble = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final Notice lying =
            new Notice("info", Icon.INFO, view.say("identify.card-lies"), view.say("identify.card-lies.then"));
    private final PushButton agree;

    public IdentifyScreen(View view, Page.Identify page) {
        super(view);
        Scenery scenery = new Scenery(Illustration.PLACE_CARD, "scene-frame", 11, 24);
        Node below = page.trouble().isPresent() ? trouble : page.cardLies() ? lying : gap(10);
        if (view.portrait()) {
            column(head(title, help), gap(33), high(590, scenery), gap(GAP), consent(), gap(GAP), below, rest());
        } else {
            columns(
                    false,
                    stack(head(title, help), gap(33), high(510, scenery), rest()),
                    stack(consent(), gap(GAP), below, rest()));
        }
        back();
        agree = primary(view.say("identify.agree"), Icon.ID_CARD, new Wish.Agree());
    }

    private Card consent() {
        PushButton full = PushButton.of(Kind.SECONDARY, "consent-text", view.say("identify.full-text"), Icon.FILE_TEXT);
        full.onAct(() -> view.wish(new Wish.ShowConsentText()));
        HBox buttons = new HBox(20, high(88, full));
        buttons.setPickOnBounds(false);
        double label = FactRow.labelWidth(
                view.say("identify.reads"), view.say("identify.purpose"), view.say("identify.clears"));
        Card card = Card.of(
                0,
                Words.fitting(List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG), view.say("identify.before")),
                gap(16),
                new FactRow(Icon.ID_CARD, view.say("identify.reads"), view.say("identify.reads.what"), label),
                gap(14),
                new FactRow(Icon.SQUARE_PEN, view.say("identify.purpose"), view.say("identify.purpose.what"), label),
                gap(14),
                new FactRow(Icon.TRASH_2, view.say("identify.clears"), view.say("identify.clears.what"), label),
                gap(24),
                buttons);
        card.setPadding(new Insets(32, 38, 36, 38));
        return card;
    }

    @Override
    public void show(Page.Identify page, Snapshot snapshot) {
        switch (page.phase()) {
            case CONSENT -> say("identify.title", "identify.help");
            case WAITING -> say("identify.title.waiting", "identify.help");
            case READING -> say("identify.title.reading", "identify.help.reading");
        }
        page.trouble().ifPresent(this::explain);
        showPrimary(page);
    }

    private void say(String titleKey, String helpKey) {
        title.say(view.say(titleKey));
        help.say(view.say(helpKey));
    }

    private void explain(CardFlaw why) {
        String key = "card." + word(why);
        trouble.show(Icon.TRIANGLE_ALERT, view.say(key), view.say(key + ".then"));
    }

    private void showPrimary(Page.Identify page) {
        switch (page.phase()) {
            case CONSENT -> {
                boolean again = page.trouble().isPresent();
                agree.show(view.say(again ? "identify.again" : "identify.agree"), Icon.ID_CARD, true);
            }
            case WAITING -> agree.show(view.say("identify.waiting"), Icon.HOURGLASS, false);
            case READING -> agree.show(view.say("identify.reading"), Icon.HOURGLASS, false);
        }
    }

    private static String word(CardFlaw trouble) {
        return switch (trouble) {
            case ABSENT -> "absent";
            case MOVED -> "moved";
            case REFUSED -> "refused";
            case UNREADABLE -> "unreadable";
            case CHECK_DIGIT -> "check-digit";
            case EXPIRED -> "expired";
            case NOT_YET_VALID -> "not-yet-valid";
            case NOT_SERVED -> "not-served";
            case READER_GONE -> "reader-gone";
        };
    }

    @Override
    public Object structure(Page.Identify page) {
        // Waiting and reading are one page on which the words change; a trouble stands in a place of its own.
        return List.of(page.trouble().isPresent(), page.trouble().isEmpty() && page.cardLies());
    }
}
