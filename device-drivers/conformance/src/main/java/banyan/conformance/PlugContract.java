package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises about coming and going: opening (C1), closing (C2), the plug pulled (C5) and put in again (C6).
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class PlugContract<R extends Rig, D extends Device> extends Bench<R, D> {
    /** C1. */
    @Test
    @Tag("C1")
    protected void aDeviceThatIsThereBecomesReady() {
        assertInstanceOf(DeviceState.Ready.class, ready().state());
    }

    /** C1. */
    @Test
    @Tag("C1")
    protected void aDeviceThatIsNotThereIsAbsentWithAFault() {
        rig().unplug();
        device().start((_, state) -> note(state));
        awaitState(OPENING, DeviceState.Absent.class);
        assertEquals(
                Fault.Kind.DISCONNECTED,
                ((DeviceState.Absent) device().state()).fault().kind());
    }

    /** C1. */
    @Test
    @Tag("C1")
    protected void aDeviceThatSaysNothingIsNotReady() {
        rig().fallSilent();
        device().start((_, state) -> note(state));
        Patience.until(OPENING, "a state other than opening", () -> !(device().state() instanceof DeviceState.Opening));
        assertFalse(device().state().usable());
    }

    /** C2. */
    @Test
    @Tag("C2")
    protected void closingTwiceIsClosingOnce() {
        ready().close();
        device().close();
        assertEquals(new DeviceState.Closed(), device().state());
        assertEquals(
                1, told().stream().filter(DeviceState.Closed.class::isInstance).count());
    }

    /** C2. */
    @Test
    @Tag("C2")
    protected void closingTakesAtMostASecondEvenWhileACommandWaits() {
        D open = ready();
        rig().fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        open.close();
        promise.assertKept(NOTICED, "closing");
        assertEquals(Fault.Kind.CANCELLED, waiting.fault().kind());
    }

    /** C2: what is closed leaves its port to others and no thread behind. */
    @Test
    @Tag("C2")
    protected void openingAndClosingManyTimesLeavesNothingBehind() {
        useOnce();
        Holdings before = Holdings.now();
        for (int i = 0; i < cycles(); i++) {
            useOnce();
        }
        before.assertHeldAgain(cycles());
    }

    private void useOnce() {
        try (D one = newDevice()) {
            one.start((_, _) -> {});
            Patience.until(OPENING, "ready again", () -> one.state() instanceof DeviceState.Ready);
        }
    }

    /** C5. */
    @Test
    @Tag("C5")
    protected void aDeviceUnpluggedInTheMiddleOfACommandIsNoticed() {
        D open = ready();
        rig().fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        rig().unplug();
        Promise promise = new Promise();
        assertEquals(Fault.Kind.DISCONNECTED, waiting.fault().kind());
        promise.assertKept(NOTICED, "noticing");
        awaitState(NOTICED, DeviceState.Absent.class);
    }

    /** C5. */
    @Test
    @Tag("C5")
    protected void anIdleDeviceThatIsUnpluggedIsAbsentWithinASecond() {
        ready();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
    }

    /** C6. */
    @Test
    @Tag("C6")
    protected void aDevicePluggedInAgainIsReadyWithinTwoSecondsAndWorks() {
        D open = ready();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertWorks(open, rig());
    }

    /** C6. */
    @Test
    @Tag("C6")
    protected void pullingThePlugAgainAndAgainLeavesNothingBehind() {
        D open = ready();
        replug();
        Holdings before = Holdings.now();
        long weight = Weight.of(open);
        for (int i = 0; i < cycles(); i++) {
            replug();
        }
        before.assertHeldAgain(cycles());
        assertNotHeavier(open, weight);
    }

    private void replug() {
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
    }
}
