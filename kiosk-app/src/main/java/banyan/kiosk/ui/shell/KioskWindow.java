package banyan.kiosk.ui.shell;

import banyan.kiosk.ui.theme.Colour;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.ui.theme.Weight;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.net.URL;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's window: the panel under one scale that fits it to the window, with the page's ground beside it. It shows
 * snapshots and hands on wishes; every touch and key also says that somebody is here.
 */
public final class KioskWindow {
    /** How much of a desktop a window may take, so that its frame and the desktop's bars stay in sight. */
    private static final double OF_DESKTOP = 0.9;

    /**
     * What a window is opened with.
     *
     * @param fullscreen without frame, over the whole screen
     */
    public record Options(Format format, Motion motion, boolean fullscreen, String title) {}

    private final Panel panel;
    private final Scale scale = new Scale();
    private final Scene scene;
    private final Format format;

    /**
     * Builds the scene.
     *
     * @param wishes takes what the citizen asks for; must return at once
     */
    public KioskWindow(Options options, Consumer<Wish> wishes) {
        this.format = options.format();
        panel = new Panel(format, options.motion(), wishes);
        panel.getTransforms().add(scale);
        Pane ground = new Pane(panel);
        ground.getStyleClass().setAll("ground");
        scene = new Scene(ground, format.scene().width(), format.scene().height(), Colour.PAPER);
        scene.getStylesheets().add(styleSheet());
        panel.follow(scene);
        scene.widthProperty().addListener((_, _, _) -> fit());
        scene.heightProperty().addListener((_, _, _) -> fit());
        // A kiosk knows one gesture: the touch. Nothing is dragged in or out, no menu opens, no text is pasted.
        scene.addEventFilter(ContextMenuEvent.ANY, InputEvent::consume);
        scene.addEventFilter(DragEvent.ANY, javafx.event.Event::consume);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> wishes.accept(new Wish.Here()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, wishes));
        fit();
    }

    private static void key(KeyEvent event, Consumer<Wish> wishes) {
        wishes.accept(new Wish.Here());
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            event.consume();
        }
    }

    private static String styleSheet() {
        @Nullable URL url = Format.class.getResource("banyan.css");
        if (url == null) {
            throw new IllegalStateException("the style sheet is missing");
        }
        return url.toExternalForm();
    }

    /** Begins to read what the first page needs, on threads of their own, while the toolkit starts. */
    public static void readAhead() {
        Weight.BOLD.readAhead();
        Weight.REGULAR.readAhead();
        Weight.MEDIUM.readAhead();
    }

    /** Opens the window on a stage. */
    public void open(Stage stage, Options options) {
        stage.setTitle(options.title());
        stage.setScene(scene);
        if (options.fullscreen()) {
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        } else {
            Rectangle2D desktop = Screen.getPrimary().getVisualBounds();
            Zone reference = format.scene();
            boolean fits = desktop.getWidth() >= reference.width() && desktop.getHeight() >= reference.height();
            double factor = fits
                    ? 1
                    : Math.min(
                            desktop.getWidth() * OF_DESKTOP / reference.width(),
                            desktop.getHeight() * OF_DESKTOP / reference.height());
            stage.setWidth(Math.floor(reference.width() * factor));
            stage.setHeight(Math.floor(reference.height() * factor));
        }
        stage.show();
    }

    private void fit() {
        Zone reference = format.scene();
        double factor = Math.min(scene.getWidth() / reference.width(), scene.getHeight() / reference.height());
        if (factor <= 0) {
            return;
        }
        scale.setX(factor);
        scale.setY(factor);
        panel.setLayoutX(Math.floor((scene.getWidth() - reference.width() * factor) / 2));
        panel.setLayoutY(Math.floor((scene.getHeight() - reference.height() * factor) / 2));
    }

    /** Shows a snapshot; on the JavaFX thread. */
    public void show(Snapshot snapshot) {
        panel.show(snapshot);
    }

    Format format() {
        return format;
    }

    /** How many pixels of the screen there are to one of the reference scene. */
    double density() {
        return scale.getX() * scene.getWindow().getOutputScaleX();
    }

    public Panel panel() {
        return panel;
    }

    public Scene scene() {
        return scene;
    }
}
