package banyan.kiosk.ui.screen.documents;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Channel;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.PaperPage.Trouble;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.PaperPage.WayOn;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What happened, what did not, who knows of it, and every way on that there is. The title never says "fault" alone. */
public final class TroubleScreen extends Screen<Trouble> {
    private final Channel told;
    private final PushButton report;
    private final Words reported;

    public TroubleScreen(View view, Trouble page) {
        super(view);
        String kind = "trouble." + word(page.kind());
        HBox head = head(page, kind);
        told = new Channel("tint-info", Icon.BELL, view.say("trouble.staff"), "");
        List<WayOn> ways = page.ways().stream().filter(way -> way != WayOn.BACK).toList();
        report = PushButton.of(Kind.ALARM, "cannot-do", view.say("trouble.cannot-do"));
        report.onAct(() -> view.wish(new Wish.CannotDo()));
        reported = Words.wrapping(Type.NOTE, "", "ink2");
        Words heading = Words.fitting(List.of(Type.H2, Type.H3, Type.BUTTON), view.say("trouble.ways"));
        if (view.portrait()) {
            column(
                    head,
                    gap(26),
                    facts(page),
                    gap(40),
                    heading,
                    gap(14),
                    list(kind, ways, 150),
                    gap(30),
                    report(),
                    gap(20),
                    trace(page),
                    rest());
        } else {
            columns(
                    false,
                    stack(head, gap(24), facts(page), gap(32), report(), gap(12), trace(page), rest()),
                    stack(gap(8), heading, gap(12), list(kind, ways, 136), rest()));
        }
        if (page.ways().contains(WayOn.BACK)) {
            back(view.say("button.back"), Icon.ARROW_LEFT, new Wish.Take(WayOn.BACK));
        }
        if (!ways.isEmpty()) {
            WayOn first = ways.getFirst();
            primary(view.say("way." + word(first) + ".button"), icon(first), new Wish.Take(first));
        }
    }

    private HBox head(Trouble page, String kind) {
        // Of pages that were all reported the last is in question.
        int next = page.pagesOut() < page.pages() || page.pages() == 0 ? page.pagesOut() + 1 : page.pages();
        VBox words = new VBox(
                4,
                Words.flowing(List.of(Type.H1, Type.H1_LONG, Type.H2), view.say(kind, "page", next))
                        .asTitle(),
                Words.wrapping(Type.BODY, view.say(kind + ".then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(24, new IconTile("amber-solid", icon(page.kind()), 112, 72), words);
        head.setAlignment(Pos.TOP_LEFT);
        head.setMouseTransparent(true);
        return head;
    }

    /** What came out, what did not, and who was told. */
    private Row facts(Trouble page) {
        List<Region> facts = new ArrayList<>();
        if (page.pages() > 0 && page.pagesOut() > 0) {
            facts.add(new Channel(
                    "tint-good",
                    Icon.CIRCLE_CHECK,
                    view.say("trouble.pages-out", "pages", page.pagesOut()),
                    view.say("trouble.pages-out.then")));
        }
        if (page.pages() > page.pagesOut()) {
            // What is not known to be out is not called missing either.
            String key =
                    page.kind() == TroubleKind.PRINT_UNCERTAIN ? "trouble.pages-unknown" : "trouble.pages-missing";
            facts.add(new Channel(
                    "tint-bad",
                    Icon.CIRCLE_X,
                    view.say(key, "pages", page.pages() - page.pagesOut()),
                    view.say(key + ".then")));
        }
        facts.add(told);
        facts.forEach(fact -> high(118, fact));
        return row(16, facts.toArray(Region[]::new));
    }

    private Card list(String kind, List<WayOn> ways, double height) {
        Card card = Card.of(0);
        for (WayOn way : ways) {
            if (!card.getChildren().isEmpty()) {
                card.getChildren().add(new Line());
            }
            card.getChildren().add(high(height, way(kind, way)));
        }
        card.setPadding(new Insets(2));
        return card;
    }

    private HBox way(String kind, WayOn way) {
        String key = "way." + word(way);
        // A way may mean something of its own in one trouble: to wait for paper is not to wait for the reader.
        String own = key + "." + kind.substring("trouble.".length());
        String says = view.texts().has(own) ? own : key;
        VBox words = new VBox(
                -2,
                Words.fitting(List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG, Type.NOTE_STRONG), view.say(says)),
                Words.wrapping(Type.NOTE, view.say(says + ".then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMouseTransparent(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        PushButton take = PushButton.of(Kind.SECONDARY, "way-" + word(way), view.say(key + ".button"));
        take.onAct(() -> view.wish(new Wish.Take(way)));
        take.setMinSize(188, 96);
        take.setMaxHeight(96);
        HBox row = new HBox(24, new IconTile("green", icon(way), 80, 46), words, take);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, 20, 0, 28));
        row.setPickOnBounds(false);
        return row;
    }

    private HBox report() {
        VBox words = new VBox(
                -2,
                Words.fitting(List.of(Type.H3, Type.BUTTON, Type.SMALL_STRONG), view.say("trouble.still-not")),
                Words.wrapping(Type.NOTE, view.say("trouble.still-not.then"), "ink2"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMouseTransparent(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        report.setMinSize(200, 104);
        report.setMaxHeight(104);
        HBox row = new HBox(26, new Glyph(Icon.MESSAGE_SQUARE_WARNING, 62, "bad-glyph"), words, report);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(24, 32, 24, 32));
        row.getStyleClass().setAll("alarm-line");
        row.setMinHeight(176);
        row.setPickOnBounds(false);
        return row;
    }

    private VBox trace(Trouble page) {
        Words number = Words.line(Type.NOTE_STRONG, page.trace());
        Words free = Words.line(Type.NOTE, view.say("trouble.no-data"), "ink2").align(HPos.RIGHT);
        HBox.setHgrow(free, Priority.ALWAYS);
        HBox line = new HBox(
                12,
                new Glyph(Icon.HASH, 34, "ink2-glyph"),
                Words.line(Type.NOTE, view.say("trouble.trace"), "ink2"),
                number,
                free);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox both = new VBox(8, line, reported);
        both.setMouseTransparent(true);
        return both;
    }

    @Override
    public void show(Trouble page, Snapshot snapshot) {
        told.show(page.told()
                .map(at -> view.say("trouble.told", "time", view.texts().time(at.toLocalTime())))
                .orElse(view.say("trouble.not-told")));
        report.setDisable(page.reported());
        reported.say(page.reported() ? view.say("trouble.reported") : "");
    }

    private static Icon icon(TroubleKind kind) {
        return switch (kind) {
            case PAPER_OUT, PAPER_JAM, COVER_OPEN, TONER_OUT, PRINTER_GONE, PRINTER_SILENT, PRINT_UNCERTAIN ->
                Icon.PRINTER_X;
            case CAMERA_GONE -> Icon.CAMERA;
            case READER_GONE -> Icon.ID_CARD;
            case NAME_NOT_PRINTABLE, PAPERS_TOO_LARGE, RESULT_TAKEN -> Icon.FILE_TEXT;
            case NETWORK_DOWN -> Icon.WIFI_OFF;
            case CENTRE_REFUSED -> Icon.CIRCLE_X;
            case STORE_FULL, STORE_BROKEN -> Icon.ARCHIVE;
        };
    }

    private static Icon icon(WayOn way) {
        return switch (way) {
            case WAIT -> Icon.CLOCK;
            case RETRY -> Icon.ROTATE_CCW;
            case LATER -> Icon.LANDMARK;
            case WITHOUT_PAPER -> Icon.ARROW_RIGHT;
            case OTHER_WAY -> Icon.SQUARE_PEN;
            case BACK -> Icon.ARROW_LEFT;
            case END -> Icon.LOG_OUT;
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Object structure(Trouble page) {
        return List.of(page.kind(), page.pagesOut(), page.pages(), page.ways(), page.trace());
    }
}
