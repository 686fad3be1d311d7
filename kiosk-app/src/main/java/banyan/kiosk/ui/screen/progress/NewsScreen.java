package banyan.kiosk.ui.screen.progress;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.ProgressPage.News;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** What a clerk says to the citizen of a case, word for word, one leaf after the other; nothing is cut short. */
public final class NewsScreen extends Screen<News> {
    public NewsScreen(View view, News page) {
        super(view);
        VBox head = head(
                Words.title(view.say("progress.title." + page.what())),
                help(view.say("progress.leaf", "leaf", Integer.toString(page.leaf()), "of", Integer.toString(page.of()))));
        Card words = Card.of(
                0,
                Words.wrapping(Type.H3, about(page)),
                gap(18),
                Words.flowing(
                        List.of(Type.BODY, Type.BODY_SMALL),
                        page.text().isEmpty() ? view.say("progress.no-words") : page.text()));
        words.setPadding(new Insets(32, 38, 36, 38));
        words.setMouseTransparent(true);
        column(head, gap(33), words, rest());
        if (page.leaf() < page.of()) {
            primary(view.say("progress.leaf.next"), Icon.ARROW_RIGHT, new Wish.TurnPage(1));
        } else if (page.answerable()) {
            primary(view.say("progress.supplement"), Icon.FILE_PEN_LINE, new Wish.Supplement());
        } else {
            primary(view.say("progress.finish"), Icon.LOG_OUT, new Wish.End());
        }
        boolean first = page.leaf() == 1;
        PushButton before = PushButton.of(
                Kind.SECONDARY, "before", view.say(first ? "progress.leaf.back" : "progress.leaf.before"), Icon.ARROW_LEFT);
        before.onAct(() -> view.wish(first ? new Wish.Back() : new Wish.TurnPage(-1)));
        at(wideLeft(Math.max(300, before.prefWidth(-1))), before);
    }

    private String about(News page) {
        String kind = "progress.about." + page.kind();
        return page.about().isEmpty() ? view.say(kind) : view.say(kind + ".of", "what", page.about());
    }

    @Override
    public void show(News page, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    public Object structure(News page) {
        return page;
    }
}
