package banyan.kiosk.ui.shell;

import banyan.item.Language;
import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What can be reached from every page, at the bottom, always in one order. A cell that does nothing yet is not here; the
 * others keep their order.
 */
final class Dock extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 10;

    private Wish onLanguage = new Wish.ShowLanguages();
    private final Format format;
    private final Words homeWord = word();
    private final Words languageWord = word();
    private final Target home;
    private final Target language;
    private final Words site = Words.line(Type.NOTE, "", "ink2").align(HPos.RIGHT);
    private final HBox where = new HBox(16, new Glyph(Icon.MAP_PIN, 40, "ink2-glyph"), site);
    private final Region line = new Region();

    Dock(Format format, Consumer<Wish> wishes) {
        this.format = format;
        getStyleClass().setAll("dock");
        setManaged(false);
        // The ground goes on under back and primary in landscape.
        resizeRelocate(
                0, format.dock().y(), format.scene().width(), format.dock().height());
        home = cell("home", Icon.HOUSE, homeWord);
        home.onAct(() -> wishes.accept(new Wish.GoHome()));
        language = cell("language", Icon.LANGUAGES, languageWord);
        language.onAct(() -> wishes.accept(onLanguage));
        line.getStyleClass().setAll("hairline");
        where.setAlignment(Pos.CENTER_RIGHT);
        where.setMouseTransparent(true);
        getChildren().addAll(line, where, home, language);
    }

    private static Words word() {
        return Words.line(Type.NOTE_MEDIUM, "").align(HPos.CENTER);
    }

    private static Target cell(String id, Icon icon, Words word) {
        Target cell = new Target(id);
        cell.getStyleClass().setAll("dock-cell");
        VBox column = new VBox(1, new Glyph(icon, 46), word);
        column.setAlignment(Pos.CENTER);
        column.setMouseTransparent(true);
        cell.getChildren().add(column);
        return cell;
    }

    void show(Snapshot snapshot, Texts texts) {
        // Where the languages stand in full words already, there is no sheet to open: the next one is spoken.
        onLanguage = snapshot.page() instanceof Page.Attract
                ? new Wish.Speak(after(snapshot.language()))
                : new Wish.ShowLanguages();
        home.setVisible(!snapshot.page().ofStaff());
        language.setVisible(!snapshot.page().ofStaff());
        homeWord.say(texts.say("dock.home"));
        languageWord.say(texts.say("dock.language"));
        home.setAccessibleText(texts.say("dock.home"));
        language.setAccessibleText(texts.say("dock.language"));
        home.pseudoClassStateChanged(CHOSEN, snapshot.page() instanceof Page.Home);
        site.say(texts.say(
                "dock.site",
                "hall",
                snapshot.site().hall(),
                "terminal",
                snapshot.site().terminal()));
        // The attract page names the site at its top; in landscape the buttons of other pages stand here.
        boolean nothingElseHere = format.isPortrait()
                || snapshot.page() instanceof Page.Home && snapshot.sheet().isEmpty();
        where.setVisible(nothingElseHere && !(snapshot.page() instanceof Page.Attract));
        requestLayout();
    }

    private static Language after(Language now) {
        return Language.ALL.get((Language.ALL.indexOf(now) + 1) % Language.ALL.size());
    }

    @Override
    protected void layoutChildren() {
        line.resizeRelocate(0, 0, getWidth(), 2);
        double top = 14;
        double height = format.isPortrait() ? 118 : 114;
        double x = format.isPortrait() ? 24 : 48;
        for (Target cell : new Target[] {home, language}) {
            double width = Math.ceil(Math.max(format.isPortrait() ? 143 : 138, cell.prefWidth(-1) + 40));
            cell.resizeRelocate(x, top - (format.isPortrait() ? 0 : 2), width, height);
            x += width + GAP;
        }
        double right = getWidth() - 60;
        where.resizeRelocate(x + 24, 0, right - x - 24, getHeight());
    }
}
