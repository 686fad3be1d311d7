package banyan.kiosk.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.kiosk.ui.FxThread;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TargetTest {
    private final AtomicInteger acts = new AtomicInteger();
    private final Target target = target();

    @BeforeAll
    static void theScreensThreadRuns() {
        FxThread.settle();
    }

    private Target target() {
        Target made = new Target("target");
        made.onAct(acts::incrementAndGet);
        made.resize(100, 100);
        return made;
    }

    @Test
    void itActsWhenTheFingerIsLiftedInside() {
        send(MouseEvent.MOUSE_PRESSED, 50, 50);
        assertEquals(0, acts.get());
        send(MouseEvent.MOUSE_RELEASED, 60, 60);
        assertEquals(1, acts.get());
    }

    @Test
    void slidingOffCancels() {
        send(MouseEvent.MOUSE_PRESSED, 50, 50);
        send(MouseEvent.MOUSE_DRAGGED, 150, 50);
        send(MouseEvent.MOUSE_RELEASED, 150, 50);
        assertEquals(0, acts.get());
    }

    @Test
    void comingBackAfterSlidingOffDoesNotAct() {
        send(MouseEvent.MOUSE_PRESSED, 50, 50);
        send(MouseEvent.MOUSE_DRAGGED, 150, 50);
        send(MouseEvent.MOUSE_DRAGGED, 50, 50);
        send(MouseEvent.MOUSE_RELEASED, 50, 50);
        assertEquals(0, acts.get());
    }

    @Test
    void aReleaseWithoutAPressDoesNothing() {
        send(MouseEvent.MOUSE_RELEASED, 50, 50);
        assertEquals(0, acts.get());
    }

    @Test
    void itIsSmallerWhileItIsHeld() {
        send(MouseEvent.MOUSE_PRESSED, 50, 50);
        assertEquals(0.98, target.getScaleX());
        send(MouseEvent.MOUSE_DRAGGED, 150, 50);
        assertEquals(1, target.getScaleX());
    }

    @Test
    void aShortTouchIsStillSeenWhenTheFingerIsGoneButActsOnce() {
        send(MouseEvent.MOUSE_PRESSED, 50, 50);
        send(MouseEvent.MOUSE_RELEASED, 50, 50);
        assertEquals(0.98, target.getScaleX());
        send(MouseEvent.MOUSE_RELEASED, 50, 50);
        assertEquals(1, acts.get());
    }

    @Test
    void aDisabledOneDoesNotAct() {
        target.setDisable(true);
        target.fire();
        assertEquals(0, acts.get());
    }

    private void send(EventType<MouseEvent> type, double x, double y) {
        target.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
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
                null));
    }
}
