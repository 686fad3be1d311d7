package banyan.kiosk.ui.shell;

import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Snapshot;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** A second panel where nobody sees it: pages are made up, laid out and drawn there as they will be on the window's own. */
public final class Wings implements Consumer<Snapshot> {
    private final KioskWindow window;
    private @Nullable Panel panel;
    private @Nullable WritableImage drawn;

    /** @param window is open */
    public Wings(KioskWindow window) {
        this.window = window;
    }

    /** From any thread; returns at once. */
    @Override
    public void accept(Snapshot snapshot) {
        Platform.runLater(() -> draw(snapshot));
    }

    private void draw(Snapshot snapshot) {
        Panel made = panel == null ? build() : panel;
        panel = made;
        made.show(snapshot);
        drawn = made.getScene().snapshot(drawn);
    }

    private Panel build() {
        Panel made = new Panel(window.format(), Motion.REDUCED, _ -> {});
        // As dense as the window's own, so that pictures which are drawn here need not be drawn again.
        double density = window.density();
        made.getTransforms().add(new Scale(density, density));
        Scene scene = new Scene(new Pane(made), window.scene().getWidth(), window.scene().getHeight());
        scene.getStylesheets().setAll(window.scene().getStylesheets());
        return made;
    }
}
