package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.IconTile;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Page.PaperState;
import banyan.kiosk.visit.Wish;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the receipt on paper stands: being printed, to be taken, or not out, with the way to try again. */
final class PaperCard extends HBox {
    private final View view;
    private final String family;
    private final Scenery scenery = new Scenery(Illustration.TAKE_PAPER, "scene-white", 6, 20);
    private final IconTile trouble = new IconTile("amber", Icon.PRINTER_X, 112, 66);
    private final Words title = Words.wrapping(Type.H3, "");
    private final Words line = Words.wrapping(Type.BODY_SMALL, "", "ink2");
    private final PushButton again;

    /** @param family {@code received} or {@code kept}: which paper it is */
    PaperCard(View view, String family) {
        super(28);
        this.view = view;
        this.family = family;
        getStyleClass().setAll("attention");
        scenery.setMinSize(250, 178);
        scenery.setPrefSize(250, 178);
        scenery.setMaxSize(250, 178);
        again = PushButton.of(Kind.SECONDARY, "print-again", view.say("paper.again"), Icon.PRINTER);
        again.onAct(() -> view.wish(new Wish.PrintAgain()));
        again.setMinWidth(USE_PREF_SIZE);
        again.setMinHeight(96);
        again.setMaxHeight(96);
        VBox words = new VBox(4, title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMouseTransparent(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(28, 32, 28, 36));
        setMinHeight(236);
        setPickOnBounds(false);
        getChildren().addAll(scenery, trouble, words, again);
    }

    void show(PaperState paper) {
        switch (paper.state()) {
            case NOT_ASKED -> say("not-asked", "card", false, false);
            case PRINTING -> say("printing", "card", true, false);
            case PRINTED -> say("printed", "attention", true, false);
            case TROUBLE -> say("trouble", "attention", false, true);
            case UNKNOWN -> say("unknown", "attention", false, true);
        }
    }

    private void say(String state, String dress, boolean pictured, boolean mayRepeat) {
        title.say(view.say(family + ".paper." + state));
        line.say(view.say(family + ".paper." + state + ".then"));
        if (!getStyleClass().contains(dress)) {
            getStyleClass().setAll(dress);
        }
        toggle(scenery, pictured);
        toggle(trouble, !pictured);
        toggle(again, mayRepeat);
    }

    private static void toggle(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
