package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Language;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window touched by a robot's finger, from the toolkit's event to the wish. */
class TouchTest {
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private final KioskWindow.Options options =
            new KioskWindow.Options(Format.PORTRAIT, Motion.REDUCED, false, "Touch");
    private final KioskWindow window = FxThread.call(() -> new KioskWindow(options, wishes::add));
    private final Stage stage = FxThread.call(Stage::new);

    @BeforeEach
    void open() {
        FxThread.run(() -> window.open(stage, options));
    }

    @AfterEach
    void close() {
        FxThread.run(stage::close);
    }

    private void show(String name) {
        FxThread.run(() -> window.show(Samples.in(Language.ZH_CN).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .snapshot()));
        WaitForAsyncUtils.waitForFxEvents();
        wishes.clear();
    }

    @Test
    void aTouchAnywhereOnTheTreeBegins() {
        show("01-attract");
        robot.clickOn(stage.getX() + 540, stage.getY() + 500);
        assertEquals(List.of(new Wish.Here(), new Wish.Start()), wishes);
    }

    @Test
    void theBigButtonBeginsOnce() {
        show("01-attract");
        robot.clickOn("#primary");
        assertEquals(List.of(new Wish.Here(), new Wish.Start()), wishes);
    }

    @Test
    void evenTheShortestTouchIsSeenAndLetGoOf() {
        show("03-home");
        Node tile = robot.lookup(".tile").query();
        FxThread.run(() -> {
            tap(tile);
            assertEquals(0.98, tile.getScaleX());
        });
        while (FxThread.call(tile::getScaleX) != 1) {
            Thread.onSpinWait();
        }
        assertEquals(2, wishes.size());
    }

    private static void tap(Node target) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Bounds at = target.localToScene(target.getBoundsInLocal());
            Event.fireEvent(
                    target,
                    new MouseEvent(
                            type,
                            at.getCenterX(),
                            at.getCenterY(),
                            at.getCenterX(),
                            at.getCenterY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            new PickResult(target, at.getCenterX(), at.getCenterY())));
        }
    }

    @Test
    void theDockIsReachedUnderThePage() {
        show("06-form");
        robot.clickOn("#home");
        assertEquals(List.of(new Wish.Here(), new Wish.GoHome()), wishes);
    }

    @Test
    void aKeyOfThePadTypes() {
        show("06-form-keyboard");
        robot.clickOn("#key-1");
        assertEquals(List.of(new Wish.Here(), new Wish.Type("phone", "13800002671")), wishes);
    }

    @Test
    void tabAndEnterReachTheFirstTarget() {
        show("10a-submitting");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ENTER);
        assertEquals(3, wishes.size());
    }
}
