package banyan.kiosk.ui.screen.visit;

import banyan.item.Language;
import banyan.kiosk.ui.control.Breeze;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.StaffMark;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Truth;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Nobody is here: the tree, the one big way in, the languages, and the truth about the devices. Any touch begins. */
public final class AttractScreen extends Screen<Page.Attract> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double LANDSCAPE_PANEL = 912;

    private final Words title;
    private final Words live = Words.wrapping(Type.BODY, "", "ink2");
    private final Words clock = Words.line(Type.H1, "", "deep").align(HPos.RIGHT);
    private final Words date = Words.line(Type.NOTE, "", "strong").align(HPos.RIGHT);
    private final Words site = Words.line(Type.BODY_SMALL, "", "ink2");
    private final DeviceLine printer = new DeviceLine();
    private final DeviceLine reader = new DeviceLine();
    private final Notice notice = new Notice("attention", Icon.INFO, "", "");
    private final Target start;
    private final PushButton progress;

    public AttractScreen(View view, Snapshot snapshot) {
        super(view);
        title = Words.fitting(List.of(Type.DISPLAY, Type.H1, Type.H1_LONG, Type.H2), "")
                .asTitle();
        start = start();
        progress = PushButton.of(Kind.QUIET, "progress", view.say("attract.progress"), Icon.CLIPBOARD_CLOCK);
        progress.onAct(() -> view.wish(new Wish.CheckProgress()));
        Scenery tree = new Scenery(Illustration.ATTRACT_TREE, "scene-bare", 0, 0);
        Region sheet = new Region();
        sheet.getStyleClass().setAll("attract-sheet");
        sheet.setMouseTransparent(true);
        Node header = header();
        // Any touch begins, wherever it falls; under everything that does something of its own.
        Region anywhere = new Region();
        anywhere.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> start.fire());
        place(
                anywhere,
                0,
                0,
                view.format().scene().width(),
                view.format().dock().y());
        notice.setVisible(false);
        if (view.portrait()) {
            place(tree, 0, 0, 1080, 1130);
            place(sheet, 0, 1010, 1080, 766);
            place(header, 60, 46, 960, 110);
            place(clockColumn(), 660, 52, 360, 102);
            place(notice, 60, 196, 960, 176);
            place(title, 60, 1052, 960, 80);
            place(live, 60, 1138, 960, 48);
            place(start, 60, 1214, 960, 248);
            place(progress, 60, 1486, 960, 114);
            place(languages(snapshot.language()), 60, 1624, 450, 92);
            place(deviceColumn(), 530, 1624, 490, 92);
        } else {
            place(tree, -60, 0, 1080, 1130);
            tree.setClip(new Rectangle(1080, Format.LANDSCAPE.dock().y()));
            place(
                    sheet,
                    LANDSCAPE_PANEL,
                    0,
                    1920 - LANDSCAPE_PANEL,
                    Format.LANDSCAPE.dock().y());
            sheet.setStyle("-fx-background-radius: 48 0 0 48;");
            place(header, 60, 50, LANDSCAPE_PANEL - 60, 110);
            double left = LANDSCAPE_PANEL + 60;
            double width = 1860 - left;
            place(clockColumn(), 1500, 60, 360, 110);
            place(notice, 60, 176, LANDSCAPE_PANEL - 120, 200);
            place(title, left, 212, width, 80);
            place(live, left, 296, width, 48);
            place(start, left, 376, width, 256);
            place(progress, left, 654, width, 104);
            place(languages(snapshot.language()), left, 780, 414, 92);
            place(deviceColumn(), left + 424, 780, width - 424, 92);
        }
        if (view.motion() == Motion.FULL) {
            Breeze.through(tree.part("canopy"));
        }
    }

    private void place(Node node, double x, double y, double width, double height) {
        node.setManaged(false);
        node.resizeRelocate(x, y, width, height);
        lay(node);
    }

    private HBox header() {
        VBox words = new VBox(Words.line(Type.H2, view.say("attract.name"), "deep"), site);
        words.setSpacing(-8);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMouseTransparent(true);
        StaffMark mark = new StaffMark(84, "on-light");
        mark.setAccessibleText(view.say("strip.staff"));
        mark.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Open())));
        HBox header = new HBox(24, mark, words);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setPickOnBounds(false);
        return header;
    }

    private VBox clockColumn() {
        VBox column = new VBox(clock, date);
        column.setSpacing(-8);
        column.setAlignment(Pos.CENTER_RIGHT);
        column.setMouseTransparent(true);
        return column;
    }

    private VBox deviceColumn() {
        VBox column = new VBox(2, printer, reader);
        column.setAlignment(Pos.CENTER_RIGHT);
        column.setMouseTransparent(true);
        return column;
    }

    /** The one big way in. */
    private Target start() {
        Target target = new Target("primary");
        target.getStyleClass().setAll("start");
        target.onAct(() -> view.wish(new Wish.Start()));
        Scenery card = new Scenery(Illustration.PLACE_CARD, "scene-paper", 8, 20);
        double wide = 280;
        card.setMinWidth(wide);
        card.setPrefWidth(wide);
        VBox words = new VBox(
                10,
                Words.fitting(List.of(Type.H1, Type.H1_LONG, Type.H2), view.say("attract.start")),
                Words.wrapping(Type.BODY, view.say("attract.start.where"), "on-dark2"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        HBox row = new HBox(32, card, words, new Glyph(Icon.ARROW_RIGHT, 72));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(true);
        row.setPadding(new Insets(28, 44, 28, 28));
        row.setMouseTransparent(true);
        target.getChildren().add(row);
        target.setAccessibleText(view.say("attract.start"));
        return target;
    }

    /** Every language in its own full word; the present one is ticked and filled. */
    private HBox languages(Language now) {
        HBox segments = new HBox(12);
        segments.setPickOnBounds(false);
        for (Language language : Language.values()) {
            Target segment = new Target("language-" + language.tag());
            segment.getStyleClass().setAll("language-choice");
            segment.onAct(() -> view.wish(new Wish.Speak(language)));
            segment.pseudoClassStateChanged(CHOSEN, language == now);
            HBox row = new HBox(10);
            row.setAlignment(Pos.CENTER);
            row.setMouseTransparent(true);
            if (language == now) {
                row.getChildren().add(new Glyph(Icon.CHECK, 36, "link-glyph"));
            }
            row.getChildren().add(Words.line(Type.BODY_MEDIUM, view.say("language.name." + language.tag())));
            segment.setPadding(new Insets(0, 20, 0, 20));
            segment.getChildren().add(row);
            segment.setAccessibleText(view.say("language.name." + language.tag()));
            segments.getChildren().add(segment);
            HBox.setHgrow(segment, javafx.scene.layout.Priority.ALWAYS);
        }
        return segments;
    }

    @Override
    public void show(Page.Attract page, Snapshot snapshot) {
        title.say(view.say(title(page.closed())));
        live.say(line(page));
        start.setDisable(!page.accepting());
        progress.setDisable(!page.accepting());
        notice.setVisible(page.notice().isPresent());
        page.notice().ifPresent(text -> notice.show(Icon.INFO, "", text));
        clock.say(view.texts().time(snapshot.now().toLocalTime()));
        date.say(view.texts().date(snapshot.now().toLocalDate()));
        site.say(view.say(
                "dock.site",
                "hall",
                snapshot.site().hall(),
                "terminal",
                snapshot.site().terminal()));
        printer.show(page.printer(), view.say("attract.printer." + word(page.printer())));
        boolean cameraWorse = page.reader() == Truth.READY && page.camera() != Truth.READY;
        if (cameraWorse) {
            reader.show(page.camera(), view.say("attract.camera." + word(page.camera())));
        } else {
            reader.show(page.reader(), view.say("attract.reader." + word(page.reader())));
        }
    }

    private static String title(Page.Attract.Closed closed) {
        return switch (closed) {
            case NO -> "attract.title";
            case HOUSING -> "attract.title.maintenance";
            case STORE, POWER, DIRECTIVE -> "attract.title.closed";
        };
    }

    private String line(Page.Attract page) {
        if (!page.accepting()) {
            return view.say(switch (page.closed()) {
                case POWER -> "attract.items.power";
                case DIRECTIVE -> "attract.items.directive";
                case NO, STORE, HOUSING -> "attract.items.closed";
            });
        }
        // Before the catalogue is read and the devices are ready, nobody knows how many there are.
        if (page.items().isEmpty()) {
            return view.say("attract.items.none");
        }
        int items = page.items().getAsInt();
        return items == 0 ? view.say("attract.items.nothing") : view.say("attract.items", "items", items);
    }

    private static String word(Truth truth) {
        return switch (truth) {
            case READY -> "ready";
            case LOW -> "low";
            case NEEDS_HELP -> "needs-help";
            case UNKNOWN -> "unknown";
            case OFF -> "off";
        };
    }

    @Override
    public Object structure(Page.Attract page) {
        return Page.Attract.class;
    }

    @Override
    public boolean withoutStrip() {
        return true;
    }

    /** The truth about one device, in words, with the icon of its state. */
    private static final class DeviceLine extends HBox {
        private final Glyph glyph = new Glyph(Icon.CIRCLE_CHECK, 36, "link-glyph");
        private final Words words = Words.fitting(List.of(Type.BODY_SMALL, Type.NOTE), "");

        DeviceLine() {
            super(10);
            setAlignment(Pos.CENTER_RIGHT);
            getChildren().addAll(glyph, words);
            setMouseTransparent(true);
        }

        void show(Truth truth, String text) {
            words.say(text);
            switch (truth) {
                case READY -> dress(Icon.CIRCLE_CHECK, "link-glyph");
                case LOW -> dress(Icon.TRIANGLE_ALERT, "look-glyph");
                case NEEDS_HELP -> dress(Icon.OCTAGON_X, "bad-glyph");
                case UNKNOWN -> dress(Icon.CIRCLE_QUESTION_MARK, "ink2-glyph");
                case OFF -> dress(Icon.CIRCLE_MINUS, "ink2-glyph");
            }
        }

        private void dress(Icon icon, String tone) {
            glyph.show(icon);
            glyph.tone(tone);
        }
    }
}
