package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Choice;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PaperView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Form;
import banyan.kiosk.visit.Page.Truth;
import banyan.kiosk.visit.PaperPage.Result;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was found, as the very page that will be printed; above it, what the screen must not show is covered. */
public final class ResultScreen extends Screen<Result> {
    /** So many periods stand beside each other in landscape. */
    private static final int ACROSS = 3;

    private final PaperView paper = new PaperView().atLeft();
    private final Words which = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), "", "ink2");
    private final List<Choice> periods = new ArrayList<>();
    private final Notice printer = new Notice("tint", Icon.CIRCLE_CHECK, "", "");
    private final PushButton print;

    public ResultScreen(View view, Result page) {
        super(view);
        VBox head = head(Words.title(page.itemTitle()), help(view.say("result.help")));
        PushButton larger = PushButton.of(Kind.SECONDARY, "zoom", view.say("button.zoom"), Icon.ZOOM_IN);
        larger.onAct(() -> view.wish(new Wish.ZoomIn()));
        HBox.setHgrow(which, Priority.ALWAYS);
        boolean several = page.preview().pages() > 1;
        HBox below = several
                ? new HBox(
                        14,
                        turn("document-before", Icon.ARROW_LEFT, -1, "signing.before"),
                        turn("document-after", Icon.ARROW_RIGHT, 1, "signing.after"),
                        high(88, larger))
                : new HBox(14, which, high(88, larger));
        below.setAlignment(Pos.CENTER_LEFT);
        below.setPickOnBounds(false);
        Region under = several ? stack(which, gap(12), below) : below;
        VBox side = stack();
        side.setSpacing(GAP);
        if (!page.periods().isEmpty()) {
            side.getChildren().add(periods(page.periods()));
        }
        side.getChildren().addAll(DocumentFacts.card(view), printer);
        if (view.portrait()) {
            HBox.setHgrow(paper, Priority.ALWAYS);
            side.setMinWidth(388);
            side.setMaxWidth(388);
            HBox both = new HBox(32, high(812, paper), side);
            both.setPickOnBounds(false);
            column(head, gap(33), both, gap(16), under, rest());
        } else {
            VBox.setVgrow(paper, Priority.ALWAYS);
            columns(false, stack(gap(4), paper, gap(14), under, gap(16)), stack(head, gap(20), side, rest()));
        }
        back();
        print = primary("", Icon.PRINTER, new Wish.Print());
    }

    private PushButton turn(String id, Icon icon, int by, String key) {
        PushButton button = PushButton.of(by > 0 ? Kind.QUIET_TRAILING : Kind.QUIET, id, view.say(key), icon);
        button.onAct(() -> view.wish(new Wish.TurnDocument(by)));
        return high(88, button);
    }

    private Region periods(List<Form.Choice> choices) {
        VBox all = new VBox(12, Words.fitting(List.of(Type.H3, Type.BUTTON), view.say("result.period")));
        for (Form.Choice choice : choices) {
            Choice period = new Choice("period-" + choice.value(), choice.label());
            period.onAct(() -> view.wish(new Wish.ChoosePeriod(choice.value())));
            periods.add(period);
        }
        int across = view.portrait() ? 1 : ACROSS;
        for (int i = 0; i < periods.size(); i += across) {
            List<Choice> some = periods.subList(i, Math.min(i + across, periods.size()));
            all.getChildren().add(row(12, some.toArray(Region[]::new)));
        }
        all.setPickOnBounds(false);
        return all;
    }

    @Override
    public void show(Result page, Snapshot snapshot) {
        paper.show(page.preview().picture(), page.preview().bars(), view.say("preview.no-proof"));
        which.say(view.say(
                "preview.which",
                "page",
                page.preview().page(),
                "of",
                page.preview().pages()));
        for (int i = 0; i < periods.size(); i++) {
            periods.get(i).show(page.periods().get(i).chosen(), false);
        }
        showPrinter(page);
    }

    private void showPrinter(Result page) {
        int pages = page.preview().pages();
        boolean works = page.printer() == Truth.READY || page.printer() == Truth.LOW;
        switch (page.printer()) {
            case READY -> say("ready", Icon.CIRCLE_CHECK);
            case LOW -> say("low", Icon.TRIANGLE_ALERT);
            case NEEDS_HELP -> say("needs-help", Icon.TRIANGLE_ALERT);
            case UNKNOWN -> say("unknown", Icon.CIRCLE_QUESTION_MARK);
            case OFF -> say("off", Icon.CIRCLE_MINUS);
        }
        if (works) {
            print.show(view.say("result.print", "pages", pages), Icon.PRINTER, true);
        } else {
            print.show(view.say("result.print-not"), Icon.LOCK, false);
        }
    }

    private void say(String state, Icon icon) {
        printer.show(icon, view.say("result.printer." + state), view.say("result.printer." + state + ".then"));
    }

    @Override
    public Object structure(Result page) {
        return List.of(
                page.itemTitle(),
                page.preview().pages() > 1,
                page.periods().stream().map(Form.Choice::value).toList());
    }
}
