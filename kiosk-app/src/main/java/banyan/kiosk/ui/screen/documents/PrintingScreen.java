package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Bar;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.PaperPage.Printing;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Pages coming out, counted by what the printer reports, and where to take them. */
public final class PrintingScreen extends Screen<Printing> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Bar bar = new Bar(24);
    private final Words now = Words.fitting(List.of(Type.NOTE), "", "ink2");
    private final Words last = Words.fitting(List.of(Type.NOTE), "", "ink2").align(HPos.RIGHT);
    private final PaperView paper = new PaperView().atLeft();
    private final Words which = Words.fitting(List.of(Type.NOTE), "", "ink2");
    private final PushButton misprinted;
    private final PushButton stop;
    private final PushButton taken;

    public PrintingScreen(View view, Printing page) {
        super(view);
        misprinted = PushButton.of(Kind.SECONDARY, "misprinted", view.say("printing.misprinted"));
        misprinted.onAct(() -> view.wish(new Wish.Misprinted()));
        HBox.setHgrow(now, Priority.ALWAYS);
        HBox.setHgrow(last, Priority.ALWAYS);
        Row ends = row(GAP, now, last);
        VBox progress = stack(bar, gap(10), ends);
        PushButton larger = PushButton.of(Kind.SECONDARY, "zoom", view.say("button.zoom"), Icon.ZOOM_IN);
        larger.onAct(() -> view.wish(new Wish.ZoomIn()));
        HBox.setHgrow(which, Priority.ALWAYS);
        HBox below = new HBox(14, which, high(88, larger));
        below.setAlignment(Pos.CENTER_LEFT);
        below.setPickOnBounds(false);
        if (view.portrait()) {
            VBox left = stack(high(735, paper), gap(14), below);
            HBox.setHgrow(left, Priority.ALWAYS);
            VBox right = stack(high(383, take()), gap(22), DocumentFacts.card(view));
            right.setMinWidth(388);
            right.setMaxWidth(388);
            HBox both = new HBox(32, left, right);
            both.setPickOnBounds(false);
            column(head(title, help), gap(18), progress, gap(22), both, gap(26), again(), rest());
        } else {
            VBox left = stack(gap(4), paper, gap(14), below, gap(16));
            VBox.setVgrow(paper, Priority.ALWAYS);
            Row facts = row(GAP, take(), DocumentFacts.card(view));
            columns(
                    false,
                    left,
                    stack(head(title, help), gap(18), progress, gap(20), high(320, facts), gap(20), again(), rest()));
        }
        stop = PushButton.of(Kind.QUIET, "stop", view.say("printing.stop"), Icon.CIRCLE_STOP);
        stop.onAct(() -> view.wish(new Wish.StopPrinting()));
        at(wideLeft(Math.max(300, stop.prefWidth(-1))), stop);
        taken = primary("", Icon.HOURGLASS, new Wish.Taken());
    }

    private Region take() {
        Scenery scenery = view.portrait()
                ? new Scenery(Illustration.TAKE_PAPER, "scene-frame", 30, 24, 20, -50)
                : new Scenery(Illustration.TAKE_PAPER, "scene-frame", 62, 24, 10, -58);
        VBox words = new VBox(
                Words.fitting(List.of(Type.H3, Type.SMALL_STRONG, Type.NOTE_STRONG), view.say("printing.take"))
                        .align(HPos.CENTER),
                Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), view.say("printing.where"), "ink2")
                        .align(HPos.CENTER));
        words.setAlignment(Pos.BOTTOM_CENTER);
        StackPane.setMargin(words, new Insets(0, 16, 22, 16));
        StackPane both = new StackPane(scenery, words);
        both.setMouseTransparent(true);
        return both;
    }

    private Card again() {
        VBox words = new VBox(
                Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), view.say("printing.bad")),
                Words.wrapping(Type.BODY_SMALL, view.say("printing.bad.then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMouseTransparent(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        misprinted.setMinSize(164, 96);
        misprinted.setMaxHeight(96);
        HBox row = new HBox(26, new Glyph(Icon.ROTATE_CCW, 52, "link-glyph"), words, misprinted);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPickOnBounds(false);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(24, 32, 24, 32));
        card.setMinHeight(152);
        card.setAlignment(Pos.CENTER);
        return card;
    }

    @Override
    public void show(Printing page, Snapshot snapshot) {
        paper.show(page.preview().picture(), page.preview().bars(), view.say("preview.no-proof"));
        which.say(view.say("printing.preview", "page", page.preview().page()));
        bar.show(page.pages() == 0 ? 0 : (double) page.pagesOut() / page.pages());
        int next = Math.min(page.pages(), page.pagesOut() + 1);
        help.say(page.itemTitle());
        if (page.done()) {
            title.say(view.say("printing.title.done", "pages", page.pages()));
            now.say(view.say("printing.out", "pages", page.pagesOut()));
            last.say("");
            taken.show(view.say("printing.taken", "pages", page.pages()), Icon.CHECK, true);
        } else if (!page.taken() && !page.stopping()) {
            title.say(view.say("printing.title.sending"));
            now.say(view.say("printing.page.sending"));
            last.say("");
            taken.show(view.say("printing.wait"), Icon.HOURGLASS, false);
        } else {
            title.say(
                    page.stopping()
                            ? view.say("printing.title.stopping")
                            : view.say("printing.title", "page", next, "of", page.pages()));
            now.say(view.say("printing.page.now", "page", next));
            last.say(next < page.pages() ? view.say("printing.page.waiting", "page", page.pages()) : "");
            taken.show(view.say("printing.wait"), Icon.HOURGLASS, false);
        }
        misprinted.setDisable(!page.done());
        stop.setVisible(!page.done());
        stop.show(
                view.say(page.stopping() ? "printing.stopping" : "printing.stop"), Icon.CIRCLE_STOP, !page.stopping());
    }

    @Override
    public Object structure(Printing page) {
        return page.itemTitle();
    }
}
