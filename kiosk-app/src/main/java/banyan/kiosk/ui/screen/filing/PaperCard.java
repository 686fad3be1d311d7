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
import banyan.kiosk.visit.KeepingPage.PaperState;
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
    private final Scenery scenery = new Scenery(Illustration.TAKE_PAPER, "scene-white", 6, 20);
    private final IconTile trouble = new IconTile("amber", Icon.PRINTER_X, 112, 66);
    private final Words title = Words.wrapping(Type.H3, "");
    private final Words line = Words.wrapping(Type.BODY_SMALL, "", "ink2");
    private final PushButton again;

    PaperCard(View view) {
        super(28);
        this.view = view;
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
            case NOT_ASKED -> say(paper, "not-asked", "card", false, false);
            case PRINTING -> say(paper, "printing", "card", true, false);
            case PRINTED -> say(paper, "printed", "attention", true, false);
            case TROUBLE -> say(paper, "trouble", "attention", false, true);
            case UNKNOWN -> say(paper, "unknown", "attention", false, true);
        }
    }

    private void say(PaperState paper, String state, String dress, boolean pictured, boolean mayRepeat) {
        title.say(view.say("received.paper." + state));
        line.say(
                switch (paper.outlet()) {
                    case SHEETS -> view.say("received.paper." + state + ".then");
                    case ROLL -> ofRoll(paper);
                });
        again.show(view.say(RollTrouble.onSheets(paper) ? "paper.again.sheet" : "paper.again"), Icon.PRINTER, true);
        if (!getStyleClass().contains(dress)) {
            getStyleClass().setAll(dress);
        }
        toggle(scenery, pictured);
        toggle(trouble, !pictured);
        toggle(again, mayRepeat);
    }

    private String ofRoll(PaperState paper) {
        return switch (paper.state()) {
            case NOT_ASKED -> view.say("received.paper.not-asked.then");
            case PRINTING -> view.say("received.roll.printing.then");
            case PRINTED -> view.say("received.roll.printed.then");
            case TROUBLE -> RollTrouble.say(view, paper, "received.roll");
            case UNKNOWN -> view.say("received.roll.unknown.then");
        };
    }

    private static void toggle(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
