package banyan.kiosk.ui.screen.visit;

import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Line;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Ended.Cleared;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The end, with the wipe receipt line by line, and a last look for what lies about. */
public final class EndedScreen extends Screen<Page.Ended> {
    private final Words seconds = Words.line(Type.BODY_SMALL, "", "ink2").align(HPos.CENTER);
    private final Words sensors = Words.wrapping(Type.BODY_SMALL, "", "ink2").align(HPos.LEFT);
    private final Glyph sensorsGlyph = new Glyph(Icon.CHECK, 40, "link-glyph");

    public EndedScreen(View view, Page.Ended page) {
        super(view);
        boolean failed = page.cleared().stream().anyMatch(line -> line.how() == Page.Ended.How.FAILED);
        Words title = Words.fitting(List.of(Type.DISPLAY, Type.H1, Type.H1_LONG), view.say("ended.title"))
                .asTitle()
                .align(HPos.CENTER);
        Words help = Words.wrapping(Type.LEAD, view.say(failed ? "ended.help.failed" : "ended.help"), "ink2")
                .align(HPos.CENTER);
        Scenery tree = high(view.portrait() ? 312 : 250, new Scenery(Illustration.FAREWELL_TREE, "scene-bare", 0, 0));
        HBox look = new HBox(16, sensorsGlyph, sensors);
        look.setAlignment(Pos.CENTER);
        look.setMouseTransparent(true);
        if (view.portrait()) {
            column(
                    gap(74),
                    tree,
                    gap(24),
                    title,
                    gap(4),
                    help,
                    gap(44),
                    receipt(page.cleared()),
                    gap(36),
                    beforeYouGo(page.chipCardLeft()),
                    gap(30),
                    look,
                    rest(),
                    seconds,
                    gap(14));
        } else {
            columns(
                    false,
                    stack(gap(40), tree, gap(16), title, gap(4), help, rest(), seconds, gap(20)),
                    stack(gap(20), receipt(page.cleared()), gap(24), beforeYouGo(page.chipCardLeft()), gap(20), look, rest()));
        }
        PushButton again = PushButton.of(Kind.SECONDARY_TRAILING, "primary", view.say("ended.again"), Icon.ID_CARD);
        again.onAct(() -> view.wish(new Wish.Another()));
        at(view.format().primary(), again);
    }

    private Card receipt(List<Cleared> lines) {
        VBox rows = stack();
        for (Cleared cleared : lines) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(new Line());
            }
            rows.getChildren().add(row(cleared));
        }
        Card card = Card.of(0, rows);
        card.setPadding(new Insets(22, 38, 22, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private Node row(Cleared cleared) {
        boolean failed = cleared.how() == Page.Ended.How.FAILED;
        Words what = Words.fitting(List.of(Type.BODY_MEDIUM, Type.NOTE_MEDIUM), what(cleared));
        HBox.setHgrow(what, Priority.ALWAYS);
        Words how = Words.line(Type.SMALL_STRONG, how(cleared), failed ? "look" : "link");
        HBox row = new HBox(
                16,
                new Glyph(icon(cleared.what()), 42, "ink2-glyph"),
                what,
                new Glyph(failed ? Icon.TRIANGLE_ALERT : Icon.CIRCLE_CHECK, 38, failed ? "look-glyph" : "link-glyph"),
                how);
        HBox.setMargin(how, new Insets(0, 0, 0, -6));
        row.setAlignment(Pos.CENTER_LEFT);
        return high(91, row);
    }

    private String what(Cleared cleared) {
        return switch (cleared.what()) {
            case IDENTITY -> view.say("ended.identity");
            case DRAFT -> view.say("ended.draft");
            case SCANS -> view.say("ended.scans", "pages", cleared.count());
            case SIGNATURE -> view.say("ended.signature");
            case FINGERPRINT -> view.say("ended.fingerprint");
            case PRINT_JOBS -> view.say("ended.print-jobs");
        };
    }

    private String how(Cleared cleared) {
        return switch (cleared.how()) {
            case CLEARED -> view.say("ended.cleared");
            case ONLY_SEALED -> view.say("ended.only-sealed");
            case FAILED -> view.say("ended.failed");
        };
    }

    private static Icon icon(Page.Ended.What what) {
        return switch (what) {
            case IDENTITY -> Icon.ID_CARD;
            case DRAFT -> Icon.SQUARE_PEN;
            case SCANS -> Icon.SCAN_LINE;
            case SIGNATURE -> Icon.SIGNATURE;
            case FINGERPRINT -> Icon.FINGERPRINT;
            case PRINT_JOBS -> Icon.PRINTER;
        };
    }

    private HBox beforeYouGo(boolean chipCardLeft) {
        String key = chipCardLeft ? "ended.chip-card" : "ended.look";
        VBox words = new VBox(
                Words.fitting(List.of(Type.H3, Type.BUTTON), view.say(key)),
                Words.wrapping(Type.BODY, view.say(key + ".things")));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(18, new Glyph(Icon.HAND, 56, "look-glyph"), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(28, 36, 28, 36));
        row.getStyleClass().setAll("attention");
        row.setMouseTransparent(true);
        row.setMinHeight(166);
        return row;
    }

    @Override
    public void show(Page.Ended page, Snapshot snapshot) {
        seconds.say(view.say("ended.seconds", "seconds", page.secondsLeft()));
        sensors.say(view.say(page.readerEmptyKnown() ? "ended.sensors" : "ended.sensors.unknown"));
        sensorsGlyph.show(page.readerEmptyKnown() ? Icon.CHECK : Icon.EYE);
        sensorsGlyph.tone(page.readerEmptyKnown() ? "link-glyph" : "look-glyph");
    }

    @Override
    public Object structure(Page.Ended page) {
        return List.of(page.cleared(), page.chipCardLeft());
    }
}
