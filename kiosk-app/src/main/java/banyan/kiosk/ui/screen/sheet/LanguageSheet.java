package banyan.kiosk.ui.screen.sheet;

import banyan.item.Language;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.Languages;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Every language in its own words; nothing that was filled in is lost. */
final class LanguageSheet extends SheetScreen<Languages> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double HEIGHT = 120;

    LanguageSheet(View view, Snapshot snapshot) {
        super(view, Languages.class, 1180, 480);
        List<Region> buttons = new ArrayList<>();
        for (Language language : Language.values()) {
            buttons.add(high(HEIGHT, button(language, language == snapshot.language())));
        }
        fill(
                60,
                sceneWidth() - 60,
                stack(
                        Words.wrapping(Type.H1, view.say("languages.title")),
                        gap(6),
                        help(view.say("languages.help")),
                        gap(30),
                        row(GAP, buttons.toArray(Region[]::new)),
                        rest()),
                top() + 48,
                buttonsTop() - 16);
        PushButton close = PushButton.of(Kind.QUIET, "close", view.say("button.close"), Icon.X);
        close.onAct(() -> view.wish(new Wish.Stay()));
        at(view.format().primary(), close);
    }

    private Target button(Language language, boolean now) {
        Target target = new Target("language-" + language.tag());
        target.getStyleClass().setAll("language-choice");
        String name = view.say("language.name." + language.tag());
        HBox row = new HBox(16);
        if (now) {
            row.getChildren().add(new Glyph(Icon.CHECK, 44, "link-glyph"));
        }
        row.getChildren().add(Words.line(Type.BUTTON_PRIMARY, name));
        row.setAlignment(Pos.CENTER);
        row.setMouseTransparent(true);
        target.setPadding(new Insets(0, 20, 0, 20));
        target.getChildren().add(row);
        target.pseudoClassStateChanged(CHOSEN, now);
        target.onAct(() -> view.wish(new Wish.Speak(language)));
        target.setAccessibleText(name);
        return target;
    }

    @Override
    protected void show(Languages sheet, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    protected Object structure(Languages sheet) {
        return sheet;
    }
}
