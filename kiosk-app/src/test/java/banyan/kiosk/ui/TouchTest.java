package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Language;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
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
    void whatWasTouchedLooksPressedNoLongerThanAMoment() throws TimeoutException {
        show("03-home");
        Node tile = robot.lookup(".tile").query();
        robot.clickOn(tile);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> FxThread.call(tile::getScaleX) == 1);
        assertEquals(2, wishes.size());
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

    @Test
    void aDraftsCodeIsTypedWithoutATouch() {
        show("24-ask-draft");
        for (int step = 0; step < 60 && !focused().equals("key-A"); step++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.K);
        assertEquals(
                List.of(new Wish.Type("draft", "A"), new Wish.Type("draft", "Ak")),
                wishes.stream().filter(wish -> !wish.equals(new Wish.Here())).toList());
    }

    private String focused() {
        return FxThread.call(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }
}
