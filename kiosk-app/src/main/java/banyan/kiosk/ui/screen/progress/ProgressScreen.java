package banyan.kiosk.ui.screen.progress;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.ProgressPage.Progress;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.News;
import banyan.kiosk.visit.ProgressPage.Progress.Stage;
import banyan.kiosk.visit.ProgressPage.Progress.Waiting;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is known of a case: what its paper says, and what has truly happened, from above to below. */
public final class ProgressScreen extends Screen<Progress> {
    private static final double DISC = 70;

    public ProgressScreen(View view, Progress page) {
        super(view);
        switch (page.known()) {
            case Known.AtCentre known -> lay(known);
            case Known.KeptHere known -> lay(known);
            case Known.WithClerk known -> lay(known);
            case Known.Elsewhere known -> lay(known);
        }
        Optional<News> readable = page.known() instanceof Known.AtCentre known
                ? known.news().filter(News::readable)
                : Optional.empty();
        if (collects(page, What.READY)) {
            primary(view.say("progress.collect"), Icon.PRINTER, new Wish.Collect());
        } else if (readable.isPresent()) {
            primary(view.say("progress.read." + readable.get().what()), Icon.BOOK_OPEN, new Wish.ReadNews());
        } else {
            primary(view.say("progress.finish"), Icon.LOG_OUT, new Wish.End());
        }
        Optional<Second> second = second(page, readable.isPresent());
        boolean both = second.isPresent();
        // Three stand side by side in portrait: there the words need the icons' place.
        boolean narrow = both && view.portrait();
        PushButton another = narrow
                ? PushButton.of(Kind.SECONDARY, "another", view.say("progress.another"))
                : PushButton.of(Kind.SECONDARY, "another", view.say("progress.another"), Icon.SEARCH);
        another.onAct(() -> view.wish(new Wish.CheckProgress()));
        at(wideLeft(narrow ? half().width() : Math.max(300, another.prefWidth(-1))), another);
        second.ifPresent(there -> {
            String says = view.say(there.says());
            PushButton button = narrow
                    ? PushButton.of(Kind.QUIET, there.id(), says)
                    : PushButton.of(Kind.QUIET, there.id(), says, there.icon());
            button.onAct(() -> view.wish(there.wish()));
            at(narrow ? half() : view.format().middle(), button);
        });
    }

    /** What else may be done about the case. */
    private record Second(String id, String says, Icon icon, Wish wish) {}

    private static Optional<Second> second(Progress page, boolean readable) {
        if (withdrawable(page)) {
            return Optional.of(new Second("withdraw", "progress.withdraw", Icon.UNDO_2, new Wish.Withdraw()));
        }
        if (readable && collects(page, What.READY)) {
            return Optional.of(new Second("read", "progress.read.reasons", Icon.BOOK_OPEN, new Wish.ReadNews()));
        }
        return collects(page, What.COLLECTED)
                ? Optional.of(new Second("collect", "progress.collect.missing", Icon.PRINTER, new Wish.Collect()))
                : Optional.empty();
    }

    /** Whether it stands so, and its document can be had here. */
    private static boolean collects(Progress page, What what) {
        return page.known() instanceof Known.AtCentre known
                && known.ways().contains(Way.COLLECT)
                && known.news().filter(news -> news.what() == what).isPresent();
    }

    /** The right one of two equal buttons at the left of the primary, in portrait. */
    private Zone half() {
        Zone back = view.format().back();
        double end = view.format().middle().x() + view.format().middle().width();
        double width = (end - back.x() - GAP) / 2;
        return new Zone(end - width, back.y(), width, back.height());
    }

    private static boolean withdrawable(Progress page) {
        return page.known() instanceof Known.AtCentre known && known.ways().contains(Way.WITHDRAW);
    }

    private void lay(Known.AtCentre known) {
        VBox head = head(
                Words.title(view.say(known.news().map(news -> "progress.title." + news.what()).orElse("progress.title.received"))),
                help(known.itemTitle().orElseGet(() -> view.say("progress.item-unknown"))));
        double label = FactRow.labelWidth(
                view.say("progress.number"),
                view.say("progress.filed"),
                view.say("progress.received"),
                view.say("progress.answer"));
        Region filed = known.filedAt()
                .<Region>map(at -> stack(
                        new FactRow(Icon.FILE_PEN_LINE, view.say("progress.filed"), moment(at), label), gap(14)))
                .orElseGet(() -> gap(0));
        Card paper = Card.of(
                0,
                new FactRow(Icon.HASH, view.say("progress.number"), Texts.groupsOfFour(known.number()), label),
                gap(14),
                filed,
                new FactRow(Icon.CLOCK, view.say("progress.received"), moment(known.receivedAt()), label),
                gap(14),
                new FactRow(
                        Icon.CALENDAR_CLOCK,
                        view.say("progress.answer"),
                        known.answerBy().map(view.texts()::date).orElseGet(() -> view.say("progress.answer.stands")),
                        label));
        paper.setPadding(new Insets(32, 38, 36, 38));
        paper.setMouseTransparent(true);
        Notice rest = known.news().map(news -> notice(news, known.ways())).orElseGet(() -> known.late()
                ? new Notice("attention", Icon.TRIANGLE_ALERT, view.say("progress.late"), view.say("progress.late.then"))
                : new Notice("info", Icon.INFO, view.say("progress.so-far"), view.say("progress.so-far.then")));
        arrange(head, paper, stages(known), rest, known.ways().contains(Way.WITHDRAW) || known.ways().contains(Way.COLLECT));
    }

    /** @param ways what can be done here about it */
    private Notice notice(News news, Set<Way> ways) {
        String key = "progress.news." + news.what();
        String first = news.what() != What.ASKED
                ? view.say(key)
                : news.until()
                        .map(day -> view.say(key + ".until", "count", Integer.toString(news.things()), "date", view.texts().date(day)))
                        .orElseGet(() -> view.say(key, "count", Integer.toString(news.things())));
        boolean look = news.what() == What.ASKED || news.what() == What.REFUSED || news.what() == What.NOT_ACCEPTED;
        boolean here = news.what() == What.ASKED && ways.contains(Way.SUPPLEMENT)
                || news.what() == What.READY && ways.contains(Way.COLLECT);
        String then = key + (here ? ".here" : ".then");
        return new Notice(
                look ? "attention" : "info", look ? Icon.TRIANGLE_ALERT : Icon.INFO, first, view.say(then));
    }

    private void arrange(VBox head, Node paper, Region steps, Notice notice, boolean withMiddle) {
        if (view.portrait()) {
            column(head, gap(33), paper, gap(GAP), steps, gap(GAP), notice, rest());
        } else {
            columns(withMiddle, stack(head, gap(28), paper, gap(GAP), notice, rest()), stack(gap(10), steps, rest()));
        }
    }

    private String moment(LocalDateTime at) {
        return view.say(
                "progress.at",
                "date",
                view.texts().date(at.toLocalDate()),
                "time",
                view.texts().time(at.toLocalTime()));
    }

    private Card stages(Known.AtCentre known) {
        VBox rows = stack();
        List<Stage> stages = known.stages().isEmpty()
                ? List.of(new Stage(view.say("received.next.now"), "", "check", Optional.of(known.receivedAt())))
                : known.stages();
        for (int i = 0; i < stages.size(); i++) {
            rows.getChildren().add(row(stages.get(i), i == stages.size() - 1));
        }
        Card card = Card.of(0, Words.fitting(List.of(Type.H3, Type.BUTTON), view.say("received.next")), gap(18), rows);
        card.setPadding(new Insets(28, 38, 28, 38));
        card.setMouseTransparent(true);
        return card;
    }

    /** A disc with the way on below it, and its words at the right. What has not happened is said so in words as well. */
    private HBox row(Stage stage, boolean last) {
        boolean done = stage.happened().isPresent();
        IconTile disc = new IconTile(
                done ? "disc" : "disc-next", done ? Icon.CHECK : Icon.named(stage.icon()), DISC, 40);
        VBox way = new VBox(6, disc, last ? gap(4) : line(done));
        way.setAlignment(Pos.TOP_CENTER);
        String when = stage.happened()
                .map(this::moment)
                .orElseGet(() -> stage.promised().isEmpty()
                        ? view.say("progress.ahead.open")
                        : view.say("progress.ahead", "when", stage.promised()));
        VBox words = new VBox(
                -2,
                Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), stage.title()),
                Words.wrapping(Type.BODY_SMALL, when, "ink2"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(24, way, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Region line(boolean done) {
        Region line = new Region();
        line.getStyleClass().setAll(done ? "way-down-done" : "way-down");
        line.setMinSize(5, 40);
        line.setPrefSize(5, 40);
        line.setMaxSize(5, 40);
        return line;
    }

    private void lay(Known.WithClerk known) {
        VBox head = head(Words.title(view.say("progress.title.clerk")), help(view.say("progress.clerk")));
        double label = FactRow.labelWidth(
                view.say("progress.slip"),
                view.say("progress.filed"),
                view.say("progress.clerk.name"),
                view.say("progress.clerk.telephone"),
                view.say("progress.clerk.by"));
        Card paper = Card.of(
                0,
                new FactRow(Icon.ARCHIVE, view.say("progress.slip"), known.number(), label),
                gap(14),
                new FactRow(Icon.FILE_PEN_LINE, view.say("progress.filed"), moment(known.filedAt()), label),
                gap(14),
                new FactRow(Icon.CIRCLE_USER_ROUND, view.say("progress.clerk.name"), known.clerk(), label),
                gap(14),
                new FactRow(Icon.PHONE_CALL, view.say("progress.clerk.telephone"), known.telephone(), label),
                gap(14),
                new FactRow(
                        Icon.CALENDAR_CLOCK,
                        view.say("progress.clerk.by"),
                        view.texts().date(known.by()),
                        label));
        String key = known.late() ? "progress.clerk.late" : "progress.clerk.next";
        lay(
                head,
                paper,
                new Notice(
                        known.late() ? "attention" : "info",
                        known.late() ? Icon.TRIANGLE_ALERT : Icon.INFO,
                        view.say(key),
                        view.say(key + ".then", "clerk", known.clerk(), "telephone", known.telephone())));
    }

    private void lay(Known.Elsewhere known) {
        String key = known.arriving() ? "progress.arriving" : "progress.elsewhere";
        VBox head = head(
                Words.title(view.say(known.arriving() ? "progress.title.arriving" : "progress.title.elsewhere")),
                help(view.say(key)));
        Card paper = slip(known.number());
        lay(
                head,
                paper,
                new Notice(
                        "attention",
                        Icon.HOURGLASS,
                        view.say(key + ".next", "terminal", known.terminal()),
                        view.say(key + ".next.then")));
    }

    private void lay(VBox head, Card paper, Notice next) {
        paper.setPadding(new Insets(32, 38, 36, 38));
        paper.setMouseTransparent(true);
        if (view.portrait()) {
            column(head, gap(33), paper, gap(GAP), next, rest());
        } else {
            columns(false, stack(head, gap(28), paper, rest()), stack(gap(10), next, rest()));
        }
    }

    private Card slip(String number) {
        double label = FactRow.labelWidth(view.say("progress.slip"));
        return Card.of(0, new FactRow(Icon.ARCHIVE, view.say("progress.slip"), number, label));
    }

    private void lay(Known.KeptHere known) {
        String key = "progress.kept." + word(known.waiting());
        VBox head = head(Words.title(view.say("progress.title.kept")), help(view.say(key)));
        lay(
                head,
                slip(known.number()),
                new Notice("attention", Icon.HOURGLASS, view.say(key + ".next"), view.say(key + ".next.then")));
    }

    private static String word(Waiting waiting) {
        return switch (waiting) {
            case LINE -> "line";
            case ANSWER -> "answer";
            case STAFF -> "staff";
        };
    }

    @Override
    public void show(Progress page, Snapshot snapshot) {}

    @Override
    public Object structure(Progress page) {
        return page.known();
    }
}
