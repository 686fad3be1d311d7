package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A page of the staff: under their band instead of a citizen's strip. Unless it says otherwise, another record is another screen. */
abstract class StaffScreen<P extends Page> extends Screen<P> {
    private static final double BUTTON = 96;

    private final StaffHead strip;

    StaffScreen(View view) {
        super(view);
        strip = new StaffHead(view);
        lay(strip);
    }

    /** What the band says in its second line. */
    final void band(String who) {
        strip.say(who);
    }

    /** A line of a list: its words, which give way, what stands beside them, and the button that does something about it. */
    final HBox line(double height, Region words, PushButton button, Node... between) {
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        button.setMinHeight(BUTTON);
        button.setMaxHeight(BUTTON);
        HBox line = new HBox(20, words);
        line.getChildren().addAll(between);
        line.getChildren().add(button);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPickOnBounds(false);
        return high(height, line);
    }

    @Override
    public void show(P page, Snapshot snapshot) {
        band(view.say("upkeep.sign-in.where", "terminal", snapshot.site().terminal()));
    }

    @Override
    public Object structure(P page) {
        return page;
    }

    @Override
    public final boolean withoutStrip() {
        return true;
    }
}
