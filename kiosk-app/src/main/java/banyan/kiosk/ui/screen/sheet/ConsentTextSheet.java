package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.ConsentText;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import javafx.scene.layout.VBox;

/** What is read, what for, who gets it, how long it stays, and what one may ask for: the full text. */
final class ConsentTextSheet extends SheetScreen<ConsentText> {
    private static final int PARTS = 6;

    ConsentTextSheet(View view) {
        super(view, ConsentText.class, 200, 130);
        Words title = Words.wrapping(Type.H2, view.say("consent.title"));
        if (view.portrait()) {
            fill(60, 1020, parts(title, 1, PARTS), top() + 48, buttonsTop() - 16);
        } else {
            fill(60, 948, parts(title, 1, PARTS / 2), top() + 36, 930);
            fill(972, 1860, parts(gap(55), PARTS / 2 + 1, PARTS), top() + 36, 930);
        }
        primary(view.say("consent.close"), Icon.CHECK, new Wish.Stay());
    }

    private VBox parts(javafx.scene.Node first, int from, int to) {
        VBox column = stack(first, gap(12));
        for (int part = from; part <= to; part++) {
            column.getChildren()
                    .addAll(
                            gap(12),
                            Words.wrapping(Type.BODY_BOLD, view.say("consent." + part)),
                            Words.wrapping(Type.BODY_SMALL, view.say("consent." + part + ".text"), "ink2"));
        }
        column.getChildren().add(rest());
        return column;
    }

    @Override
    protected void show(ConsentText sheet, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    protected Object structure(ConsentText sheet) {
        return sheet;
    }
}
