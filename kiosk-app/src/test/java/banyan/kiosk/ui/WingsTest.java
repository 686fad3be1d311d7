package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import banyan.item.Language;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.shell.Wings;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that nobody sees. */
class WingsTest {
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();
    private final KioskWindow.Options options =
            new KioskWindow.Options(Format.PORTRAIT, Motion.FULL, false, "Wings");
    private final KioskWindow window = FxThread.call(() -> new KioskWindow(options, wishes::add));
    private final Stage stage = FxThread.call(Stage::new);
    private Thread.UncaughtExceptionHandler before = (_, _) -> {};

    @BeforeEach
    void open() {
        FxThread.run(() -> {
            before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, defect) -> defects.add(defect));
            window.open(stage, options);
        });
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(before);
            stage.close();
        });
    }

    @Test
    void whateverIsLaidOutThereTheWindowStaysAsItIs() {
        List<Snapshot> all =
                Samples.in(Language.ZH_CN).stream().map(Samples.Sample::snapshot).toList();
        FxThread.run(() -> window.show(all.getFirst()));
        Screen<?> shown = FxThread.call(() -> window.panel().screen().orElseThrow());
        Wings wings = new Wings(window);
        all.forEach(wings);
        FxThread.settle();
        assertEquals(List.of(), defects);
        assertEquals(List.of(), wishes);
        assertSame(shown, FxThread.call(() -> window.panel().screen().orElseThrow()));
    }
}
