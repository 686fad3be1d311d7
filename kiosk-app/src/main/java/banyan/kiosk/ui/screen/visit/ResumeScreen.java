package banyan.kiosk.ui.screen.visit;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The same card as a visit that broke off: go on with what was filled in, or clear it. Both are equally easy. */
public final class ResumeScreen extends Screen<Page.Resume> {
    private final Words item = Words.wrapping(Type.H2, "");
    private final Words where = Words.wrapping(Type.BODY, "", "ink2");
    private final Notice until;

    public ResumeScreen(View view, Page.Resume page) {
        super(view);
        String key = page.account() ? "resume.account" : "resume";
        VBox words = new VBox(8, item, where);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(28, new IconTile("green", Icon.SQUARE_PEN, 108, 62), words);
        row.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(40, 36, 40, 36));
        until = new Notice("info", Icon.TIMER, "", "");
        column(
                head(Words.title(view.say(key + ".title")), help(view.say(key + ".help"))),
                gap(32),
                card,
                gap(GAP),
                until,
                rest());
        primary(view.say("resume.yes"), Icon.ARROW_RIGHT, new Wish.ResumeDraft(true));
        PushButton no = PushButton.of(Kind.QUIET, "resume-no", view.say(key + ".no"), Icon.TRASH_2);
        no.onAct(() -> view.wish(new Wish.ResumeDraft(false)));
        at(wideLeft(456), no);
    }

    @Override
    public void show(Page.Resume page, Snapshot snapshot) {
        item.say(page.itemTitle());
        where.say(view.say("resume.where", "step", page.step(), "of", page.steps()));
        if (page.account()) {
            until.show(Icon.TIMER, view.say("resume.account.until", "days", page.left()), view.say("resume.account.until.then"));
        } else {
            until.show(Icon.TIMER, view.say("resume.until", "minutes", page.left()), view.say("resume.until.then"));
        }
    }

    @Override
    public Object structure(Page.Resume page) {
        return page.account();
    }
}
