package banyan.kiosk.ui.shell;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.FocusRing;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.Screens;
import banyan.kiosk.ui.screen.Screens.Shown;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.screen.sheet.SheetScreen;
import banyan.kiosk.ui.screen.sheet.Sheets;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The whole scene in its reference size: the page below, above it the strip, the dock, a sheet if there is one, the mark of
 * a demonstration, and the focus ring. It shows snapshots, one after the other, and keeps nothing of the one before.
 */
public final class Panel extends Pane {
    /** How much lower the content of a page begins when the band of a demonstration stands above it. */
    private static final double BELOW_BAND = 12;

    private final Format format;
    private final Motion motion;
    private final Consumer<Wish> wishes;
    private final Pane pages = new Pane();
    private final Pane sheets = new Pane();
    private final SessionStrip strip;
    private final Dock dock;
    private final Words band = Words.line(Type.NOTE_STRONG, "", "band-word").align(HPos.CENTER);
    private final Region bandGround = new Region();
    private final FocusRing focus = new FocusRing();
    private Optional<Shown<?>> page = Optional.empty();
    private Optional<SheetScreen<?>> sheet = Optional.empty();
    private Optional<Arrival> arrival = Optional.empty();
    private Runnable settled = () -> {};

    public Panel(Format format, Motion motion, Consumer<Wish> wishes) {
        this.format = format;
        this.motion = motion;
        this.wishes = wishes;
        strip = new SessionStrip(format, wishes);
        dock = new Dock(format, wishes);
        getStyleClass().setAll("panel");
        Zone scene = format.scene();
        setManaged(false);
        resize(scene.width(), scene.height());
        bandGround.getStyleClass().setAll("band");
        for (Node layer : new Node[] {pages, sheets}) {
            layer.setManaged(false);
            layer.setPickOnBounds(false);
        }
        pages.resize(scene.width(), scene.height());
        sheets.resize(scene.width(), scene.height());
        band.setManaged(false);
        bandGround.setManaged(false);
        bandGround.setMouseTransparent(true);
        band.setMouseTransparent(true);
        // Keys walk the page first, then the strip, then the dock; but the dock lies under the page, whose buttons
        // stand on it.
        dock.setViewOrder(1);
        getChildren().addAll(pages, sheets, strip, dock, bandGround, band, focus);
    }

    /** Tells, from now on, whenever a page that is new on the screen has been put into the scene. */
    public void onPage(Runnable listener) {
        settled = listener;
    }

    /** Follows the focus of the scene this panel is in. */
    void follow(Scene scene) {
        focus.follow(scene);
    }

    /** The page that is shown now. */
    public Optional<Screen<?>> screen() {
        return page.map(Shown::screen);
    }

    /** Shows a snapshot. Nodes are built anew only where the page's structure, or the language, differs. */
    public void show(Snapshot snapshot) {
        Texts texts = Texts.of(snapshot.language());
        View view = new View(texts, format, motion, wishes);
        boolean same =
                page.isPresent() && page.get().texts() == texts && page.get().update(snapshot);
        if (!same) {
            turn(Screens.of(snapshot, view), snapshot);
        }
        boolean withoutStrip = page.map(shown -> shown.screen().withoutStrip()).orElse(false);
        strip.setVisible(!withoutStrip);
        strip.show(snapshot.strip(), texts);
        dock.show(snapshot, texts);
        showBand(snapshot.demonstration(), withoutStrip && !snapshot.page().ofStaff(), texts);
        showSheet(snapshot, view, !same);
    }

    private void turn(Shown<?> next, Snapshot snapshot) {
        arrival.ifPresent(Arrival::end);
        arrival = Optional.empty();
        page.ifPresent(before -> before.screen().wipe());
        Screen<?> screen = next.screen();
        screen.settle(snapshot.demonstration() ? BELOW_BAND : 0);
        pages.getChildren().setAll(screen.root());
        boolean first = page.isEmpty();
        page = Optional.of(next);
        if (motion == Motion.FULL && !first) {
            arrival = Optional.of(
                    new Arrival(screen.content(), screen.besidesTitle(), Motion.PAGE, Motion.PAGE_RISE));
        }
        settled.run();
    }

    private void showBand(boolean demonstration, boolean withoutStrip, Texts texts) {
        band.setVisible(demonstration);
        bandGround.setVisible(demonstration);
        if (demonstration) {
            band.say(texts.say("demonstration"));
            double top = withoutStrip ? 0 : format.strip().bottom();
            bandGround.resizeRelocate(0, top, format.scene().width(), Format.DEMONSTRATION_BAND);
            band.resizeRelocate(0, top, format.scene().width(), Format.DEMONSTRATION_BAND);
        }
    }

    private void showSheet(Snapshot snapshot, View view, boolean pageIsNew) {
        Optional<Sheet> wanted = snapshot.sheet();
        if (wanted.isEmpty()) {
            sheet.ifPresent(SheetScreen::wipe);
            sheet = Optional.empty();
            sheets.getChildren().clear();
            pages.setVisible(true);
            return;
        }
        if (sheet.isPresent() && sheet.get().speaks(view.texts()) && sheet.get().update(wanted.get(), snapshot)) {
            return;
        }
        boolean first = sheet.isEmpty() && !pageIsNew;
        sheet.ifPresent(SheetScreen::wipe);
        SheetScreen<?> opened = Sheets.of(wanted.get(), snapshot, view);
        sheet = Optional.of(opened);
        // What lies under a sheet is replaced, not dimmed: nothing of it can be read or touched.
        pages.setVisible(false);
        sheets.getChildren().setAll(opened.root());
        if (motion == Motion.FULL && first) {
            arrival.ifPresent(Arrival::end);
            arrival = Optional.of(new Arrival(opened.body(), List.of(), Motion.SHEET, Motion.SHEET_RISE));
        }
        settled.run();
    }
}
