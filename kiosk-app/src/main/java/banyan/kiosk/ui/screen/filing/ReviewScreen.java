package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.ListRow;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.TickBox;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.FilingPage.Review;
import banyan.kiosk.visit.FilingPage.Review.Group;
import banyan.kiosk.visit.FilingPage.Review.Row;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything once more, each group with its way back, before anything is sent. */
public final class ReviewScreen extends Screen<Review> {
    private static final double BETWEEN = 18;
    private static final double BETWEEN_CLOSE = 12;
    private static final double LABEL = 184;
    private static final double LABEL_AT_MOST = 300;

    /** With more rows than these, headings included, the groups stand closer together. */
    private static final int ROOMY = 18;

    private final boolean close;
    private final TickBox tick;
    private final PushButton submit;

    public ReviewScreen(View view, Review page) {
        super(view);
        VBox head = head(page.head(), Words.title(view.say("review.title")), help(view.say("review.help")));
        tick = new TickBox("tick", view.say("review.tick"));
        tick.onAct(() -> view.wish(new Wish.Tick(!tick.ticked())));
        high(100, tick);
        double label = labelWidth(page.groups());
        close = page.groups().stream()
                        .mapToInt(group -> group.rows().size() + 2)
                        .sum()
                > ROOMY;
        List<Node> groups = new ArrayList<>();
        int number = 1;
        for (Group group : page.groups()) {
            groups.add(group(group, number++, label));
        }
        if (view.portrait()) {
            VBox list = stack(groups.toArray(Node[]::new));
            list.getChildren().add(answer(page));
            list.setSpacing(close ? BETWEEN_CLOSE : BETWEEN);
            column(head, gap(33), list, rest(), tick);
        } else {
            int half = split(page.groups());
            VBox left = stack(groups.subList(0, half).toArray(Node[]::new));
            VBox right = stack(groups.subList(half, groups.size()).toArray(Node[]::new));
            left.setSpacing(close ? BETWEEN_CLOSE : BETWEEN);
            right.setSpacing(close ? BETWEEN_CLOSE : BETWEEN);
            right.getChildren().add(answer(page));
            columns(false, stack(head, gap(24), left, rest()), stack(gap(10), right, rest(), tick, gap(12)));
        }
        back();
        submit = primary(view.say("review.submit"), Icon.SEND, new Wish.Submit());
    }

    /** How many groups stand below the head on the left, so that both sides are about equally full. */
    private static int split(List<Group> groups) {
        int all = groups.stream().mapToInt(group -> group.rows().size() + 2).sum();
        int before = 0;
        // The head, and on the right the answer and the tick, count for about as much as each other.
        for (int i = 0; i < groups.size(); i++) {
            int with = before + groups.get(i).rows().size() + 2;
            if (with > (all + 1) / 2) {
                return Math.max(1, i);
            }
            before = with;
        }
        return groups.size();
    }

    /** As wide as the longest label, so that all values stand below each other. */
    private static double labelWidth(List<Group> groups) {
        double longest = groups.stream()
                .flatMap(group -> group.rows().stream())
                .mapToDouble(row -> Words.line(Type.NOTE, row.label()).prefWidth(-1) + 24)
                .max()
                .orElse(LABEL);
        return Math.clamp(longest, LABEL, LABEL_AT_MOST);
    }

    private Node group(Group group, int number, double label) {
        VBox words =
                stack(Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), group.title()));
        if (!close) {
            words.getChildren().add(gap(4));
        }
        for (Row row : group.rows()) {
            words.getChildren().add(line(row, label));
        }
        words.setMouseTransparent(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        PushButton change = group.look()
                ? PushButton.of(Kind.SECONDARY, "change-" + number, view.say("review.look"), Icon.EYE)
                : PushButton.of(Kind.SECONDARY, "change-" + number, view.say("form.change"), Icon.PENCIL);
        change.onAct(() -> view.wish(new Wish.Change(group.editTarget())));
        double height = close ? 88 : 96;
        change.setMinSize(Math.max(142, change.minWidth(-1)), height);
        change.setPrefHeight(height);
        change.setMaxHeight(height);
        HBox row = new HBox(16, words, change);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPickOnBounds(false);
        Card card = Card.of(0, row);
        card.setPadding(close ? new Insets(8, 22, 8, 34) : new Insets(20, 22, 20, 34));
        return card;
    }

    private ListRow line(Row row, double width) {
        Words label =
                Words.fitting(close ? List.of(Type.NOTE) : List.of(Type.BODY_SMALL, Type.NOTE), row.label(), "ink2");
        label.setMinWidth(width - 16);
        label.setPrefWidth(width - 16);
        label.setMaxWidth(width - 16);
        Words value = Words.wrapping(close ? Type.NOTE_MEDIUM : Type.SMALL_MEDIUM, row.value());
        HBox.setHgrow(value, Priority.ALWAYS);
        ListRow line = new ListRow(close ? 42 : 48, 16, label, value);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private HBox answer(Review page) {
        VBox words = new VBox(
                Words.wrapping(
                        Type.BODY_STRONG,
                        page.supplement()
                                ? view.say("review.supplement")
                                : view.say("review.answer", "date", view.texts().date(page.answerBy()))),
                Words.wrapping(
                        Type.BODY_SMALL,
                        page.supplement()
                                ? view.say("review.supplement.who", "who", page.decidedBy())
                                : view.say(
                                        "review.answer.who",
                                        "days",
                                        page.promisedDays(),
                                        "who",
                                        page.decidedBy(),
                                        "fee",
                                        page.fee()),
                        "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(22, new Glyph(Icon.CALENDAR_CLOCK, 56, "link-glyph"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(20, 34, 20, 34));
        row.getStyleClass().setAll("tint");
        row.setMouseTransparent(true);
        row.setMinHeight(132);
        return row;
    }

    @Override
    public void show(Review page, Snapshot snapshot) {
        tick.show(page.ticked(), false);
        if (page.ticked()) {
            submit.show(view.say("review.submit"), Icon.SEND, true);
        } else {
            submit.show(view.say("review.tick-first"), Icon.LOCK, false);
        }
    }

    @Override
    public Object structure(Review page) {
        return List.of(page.head(), page.groups(), page.answerBy());
    }
}
