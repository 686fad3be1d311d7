package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.RatingCell;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.Received;
import banyan.kiosk.visit.KeepingPage.Received.AtOnce;
import banyan.kiosk.visit.KeepingPage.Received.Next;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Received, with the centre's number: shown only where its signed receipt is in store. */
public final class ReceivedScreen extends Screen<Received> {
    private static final int BEST = 5;
    private static final double DISC = 70;

    private final PaperCard paper;
    private final PushButton primary;
    private final boolean collects;
    private final List<RatingCell> cells = new ArrayList<>();
    private final Words rated = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), "", "ink2");

    public ReceivedScreen(View view, Received page) {
        super(view);
        from(Outcome.TOP);
        boolean decided = page.decision().filter(AtOnce::decided).isPresent();
        HBox head = Outcome.head(
                new IconTile("disc", Icon.CHECK, 112, 72),
                view.say(page.supplement() ? "received.title.supplement" : "received.title"),
                view.say(
                        "received.item",
                        "item",
                        page.itemTitle(),
                        "date",
                        view.texts().dayAndMonth(page.at().toLocalDate()),
                        "time",
                        view.texts().time(page.at().toLocalTime())));
        Card number = Outcome.number(
                "card",
                view.say("received.number"),
                Texts.groupsOfFour(page.acceptanceNumber()),
                view.say(decided ? "received.decided" : "received.answer"),
                Words.line(Type.H1_LONG, view.texts().date(decided ? page.decision().get().day() : page.answerBy())),
                page.phone()
                        .map(phone -> view.say("received.message", "phone", phone))
                        .orElse(view.say("received.no-phone")),
                new Outcome.Code(page.qr(), view.say("received.scan"), 270, 32));
        paper = new PaperCard(view);
        Region ratings = page.supplement() ? gap(0) : stack(ratingHead(), gap(14), ratingRow());
        Region originals = page.originals()
                .<Region>map(there -> stack(gap(16), new OriginalsLine(view, there)))
                .orElseGet(() -> gap(0));
        if (view.portrait()) {
            column(head, gap(26), number, originals, gap(GAP), paper, gap(GAP), then(page), gap(30), ratings, rest());
        } else {
            columns(
                    false,
                    stack(head, gap(24), number, gap(20), paper, rest()),
                    stack(gap(20), then(page), originals, gap(24), ratings, rest()));
        }
        collects = page.decision().filter(AtOnce::document).isPresent();
        primary = collects
                ? primary(view.say("received.collect"), Icon.PRINTER, new Wish.Collect())
                : primary(view.say("button.finish"), Icon.LOG_OUT, new Wish.End());
        PushButton another = PushButton.of(Kind.SECONDARY, "another", view.say("button.another"), Icon.PLUS);
        another.onAct(() -> view.wish(new Wish.Another()));
        at(wideLeft(Math.max(300, another.prefWidth(-1))), another);
    }

    /** What the rules came to, and where there are none the item's milestones. */
    private Card then(Received page) {
        return page.decision().map(decision -> DecisionCard.of(view, decision)).orElseGet(() -> next(page));
    }

    /** The item's milestones; the first of them is what has just happened. */
    private Card next(Received page) {
        List<Next> steps = page.next();
        List<Region> cells = new ArrayList<>();
        // An item without milestones of its own still has this one.
        if (steps.isEmpty()) {
            cells.add(nextCell(
                    "disc",
                    Icon.CHECK,
                    view.say(page.supplement() ? "received.next.now.supplement" : "received.next.now"),
                    view.say("received.next.just"),
                    0,
                    true));
        }
        for (int i = 0; i < steps.size(); i++) {
            // What has just happened is that it is complete, and not that it was taken up.
            Next step = page.supplement() && i == 0
                    ? new Next(view.say("received.next.now.supplement"), view.say("received.next.just"), "check")
                    : steps.get(i);
            cells.add(nextCell(
                    i == 0 ? "disc" : "disc-next",
                    i == 0 ? Icon.CHECK : Icon.named(step.icon()),
                    step.title(),
                    step.when(),
                    i,
                    i == steps.size() - 1));
        }
        Card card = Card.of(
                0,
                Words.fitting(List.of(Type.H3, Type.BUTTON), view.say("received.next")),
                gap(20),
                row(0, cells.toArray(Region[]::new)));
        card.setPadding(new Insets(28, 32, 26, 34));
        card.setMouseTransparent(true);
        return card;
    }

    /** A disc with the way to it from the left and on to the right, and its words below. */
    private static VBox nextCell(String dress, Icon icon, String title, String when, int index, boolean last) {
        Region before = line(index == 0 ? "" : index == 1 ? "next-line-done" : "next-line");
        Region after = line(last ? "" : index == 0 ? "next-line-done" : "next-line");
        HBox way = new HBox(8, before, new IconTile(dress, icon, DISC, 40), after);
        way.setAlignment(Pos.CENTER);
        VBox cell = new VBox(
                4,
                way,
                Words.fitting(List.of(Type.SMALL_STRONG, Type.NOTE_STRONG), title)
                        .align(HPos.CENTER),
                Words.fitting(List.of(Type.NOTE), when, "ink2").align(HPos.CENTER));
        cell.setFillWidth(true);
        return cell;
    }

    private static Region line(String dress) {
        Region line = new Region();
        if (!dress.isEmpty()) {
            line.getStyleClass().setAll(dress);
        }
        line.setMinHeight(5);
        line.setMaxHeight(5);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private HBox ratingHead() {
        Words question = Words.line(Type.H3, view.say("rating.title"));
        HBox.setHgrow(rated, Priority.ALWAYS);
        HBox head = new HBox(40, question, rated);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMouseTransparent(true);
        return head;
    }

    private Row ratingRow() {
        Icon[] faces = {Icon.ANGRY, Icon.FROWN, Icon.MEH, Icon.SMILE, Icon.LAUGH};
        for (int level = BEST; level >= 1; level--) {
            int given = level;
            RatingCell cell = new RatingCell("rate-" + level, faces[level - 1], view.say("rating." + level));
            cell.onAct(() -> view.wish(new Wish.Rate(given)));
            cells.add(high(148, cell));
        }
        return row(14, cells.toArray(Region[]::new));
    }

    @Override
    public void show(Received page, Snapshot snapshot) {
        paper.show(page.paper());
        if (collects) {
            // One paper at a time; the receipt comes first.
            boolean busy = page.paper().state() == PaperState.State.PRINTING;
            primary.show(view.say(busy ? "received.collect.soon" : "received.collect"), busy ? Icon.HOURGLASS : Icon.PRINTER, !busy);
        }
        OptionalInt level = page.rated();
        rated.say(switch (page.rating()) {
            case FREE -> view.say("rating.may-skip");
            case NOT_ASKED, ASKED, GOING -> "";
            case NOTED -> view.say("rating.thanks");
            case NOT_KEPT -> view.say("rating.not-kept");
        });
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(level.isPresent() && level.getAsInt() == BEST - i);
            cells.get(i).setDisable(level.isPresent());
        }
    }

    @Override
    public Object structure(Received page) {
        return List.of(page.acceptanceNumber(), page.next(), page.originals(), page.decision());
    }
}
