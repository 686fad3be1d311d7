package banyan.bench.inside;

import com.sun.glass.ui.monocle.PaintedScreen;
import java.net.URL;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The least that JavaFX can show: one window, one label, in the terminal's font and size. The peer of the terminal's start. */
public final class BareWindow {
    private BareWindow() {}

    /** Prints when the first frame was there, and ends. */
    public static void main(String[] arguments) {
        PaintedScreen.tell((_, _) -> {
            System.out.println("BENCH BARE " + Moment.micros(Instant.now()));
            Runtime.getRuntime().halt(0);
        });
        Platform.startup(() -> {
            @Nullable URL font = BareWindow.class.getResource("/banyan/kiosk/font/NotoSansSC_400Regular.ttf");
            if (font == null) {
                throw new IllegalStateException("the font is missing");
            }
            Label label = new Label("放上身份证，或轻触屏幕开始");
            label.setFont(Font.loadFont(font.toExternalForm(), 60));
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(label), 1080, 1920));
            stage.show();
        });
    }
}
