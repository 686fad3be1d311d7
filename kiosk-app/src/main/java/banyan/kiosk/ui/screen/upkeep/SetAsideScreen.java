package banyan.kiosk.ui.screen.upkeep;

import banyan.cache.Journal;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.StaffPage.SetAside;
import banyan.kiosk.visit.StaffPage.SetAside.Row;
import banyan.kiosk.visit.UpkeepPost.SetAside.Phase;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the centre would not take, why, and since when; one of it or all goes again. Nothing of whose it is. */
public final class SetAsideScreen extends StaffScreen<SetAside> {
    private static final int SHOWN = 6;
    private static final int SHOWN_IN_LANDSCAPE = 3;
    private static final double ROW = 148;

    public SetAsideScreen(View view, SetAside page) {
        super(view);
        int count = page.rows().size();
        boolean busy = page.phase() == Phase.LOOKING || page.phase() == Phase.SENDING;
        column(
                head(
                        Words.title(title(page.phase(), count)),
                        help(view.say("aside.help"))),
                gap(24),
                notice(page.phase()),
                gap(16),
                count == 0 ? gap(8) : list(page.rows(), busy),
                rest());
        back();
        if (count == 0 || busy) {
            primary(view.say("aside.board"), Icon.ARROW_RIGHT, new Wish.Back()).setDisable(page.phase() == Phase.SENDING);
        } else {
            primary(
                    view.say("aside.all", "count", count),
                    Icon.REFRESH_CW,
                    again(page.rows().stream().map(Row::entry).toList()));
        }
    }

    private String title(Phase phase, int count) {
        if (phase == Phase.LOOKING) {
            return view.say("aside.looking");
        }
        return count == 0 ? view.say("aside.none") : view.say("aside.title", "count", count);
    }

    private Node notice(Phase phase) {
        return switch (phase) {
            case LOOKING, LIST -> gap(8);
            case SENDING -> new Notice("info", Icon.HOURGLASS, view.say("aside.sending"), "");
            case SENT -> new Notice("info", Icon.INFO, view.say("aside.sent"), view.say("aside.sent.then"));
            case NOT_ALL ->
                new Notice("attention", Icon.TRIANGLE_ALERT, view.say("aside.not-all"), view.say("aside.not-all.then"));
        };
    }

    private Card list(List<Row> rows, boolean busy) {
        int shown = view.portrait() ? SHOWN : SHOWN_IN_LANDSCAPE;
        Card card = Card.of(0);
        for (int at = 0; at < Math.min(rows.size(), shown); at++) {
            card.getChildren().add(row(at, rows.get(at), busy));
        }
        if (rows.size() > shown) {
            card.getChildren()
                    .add(Words.line(Type.NOTE, view.say("aside.more", "count", rows.size() - shown), "ink2"));
        }
        card.setPadding(new Insets(8, 26, 12, 26));
        return card;
    }

    private HBox row(int at, Row row, boolean busy) {
        VBox words = new VBox(
                0,
                Words.fitting(
                        List.of(Type.SMALL_STRONG, Type.NOTE_STRONG),
                        view.say(
                                "aside.row",
                                "what",
                                what(row.entry()),
                                "date",
                                view.texts().dayAndMonth(row.day()))),
                Words.wrapping(
                        Type.NOTE,
                        view.say(
                                "aside.why",
                                "why",
                                StaffWords.aside(view.texts(), row.entry().code()),
                                "code",
                                row.entry().code()),
                        "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        PushButton send = PushButton.of(Kind.SECONDARY, "again-" + at, view.say("aside.send"), Icon.REFRESH_CW);
        send.onAct(() -> view.wish(again(List.of(row.entry()))));
        send.setDisable(busy);
        send.setMinWidth(PushButton.USE_PREF_SIZE);
        return line(ROW, words, send);
    }

    /** What it is; with the number where somebody may hold it. */
    private String what(Journal.Stuck entry) {
        String kind = view.say("aside.kind." + entry.kind().map(StaffWords::word).orElse("submission"));
        boolean held = entry.kind().isEmpty() || entry.kind().equals(Optional.of(banyan.cache.Note.Kind.TROUBLE));
        return held ? view.say("aside.what", "kind", kind, "number", entry.number()) : kind;
    }

    private static Wish again(List<Journal.Stuck> which) {
        return new Wish.OfStaff(new UpkeepWish.SendAgain(which));
    }
}
