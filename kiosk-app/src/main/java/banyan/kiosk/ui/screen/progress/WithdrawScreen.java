package banyan.kiosk.ui.screen.progress;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.visit.ProgressPage.Withdraw;
import banyan.kiosk.visit.ProgressPage.Withdraw.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** Whether a case is to be taken back: what that means, and that leaving it as it is is the easier of the two. */
public final class WithdrawScreen extends Screen<Withdraw> {
    public WithdrawScreen(View view, Withdraw page) {
        super(view);
        String key = "withdraw." + page.phase();
        VBox head = head(
                Words.title(view.say(key + ".title")),
                help(page.itemTitle().orElseGet(() -> view.say("progress.item-unknown"))));
        Card paper = Card.of(
                0,
                new FactRow(
                        Icon.HASH,
                        view.say("progress.number"),
                        Texts.groupsOfFour(page.number()),
                        FactRow.labelWidth(view.say("progress.number"))));
        paper.setPadding(new Insets(32, 38, 36, 38));
        paper.setMouseTransparent(true);
        boolean sending = page.phase() == Phase.SENDING;
        Notice notice = new Notice(
                sending ? "info" : "attention",
                sending ? Icon.HOURGLASS : Icon.TRIANGLE_ALERT,
                view.say(key),
                view.say(key + ".then"));
        column(head, gap(33), paper, gap(GAP), notice, rest());
        switch (page.phase()) {
            case CONFIRMING -> {
                primary(view.say("withdraw.stay"), Icon.ARROW_LEFT, new Wish.Back());
                middle(view.say("withdraw.sure"), Icon.UNDO_2, new Wish.Next());
            }
            case SENDING -> {
                PushButton primary = primary(view.say("withdraw.sending"), Icon.HOURGLASS, new Wish.Here());
                primary.setDisable(true);
            }
            case UNANSWERED -> {
                back();
                primary(view.say("withdraw.again"), Icon.REFRESH_CW, new Wish.Next());
            }
            case TOO_LATE -> primary(view.say("withdraw.look"), Icon.SEARCH, new Wish.CheckProgress());
        }
    }

    @Override
    public void show(Withdraw page, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    public Object structure(Withdraw page) {
        return page;
    }
}
