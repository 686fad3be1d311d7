package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises about a line that misbehaves: noise and loss (C8), and any portions (C9). The driver is not asked to work over a line that
 * loses bytes; it is asked to end in time, to name a fault, and to work again afterwards.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class LineContract<R extends Rig, D extends Device> extends StateContract<R, D> {
    private static final Duration BRIEFLY = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofMillis(250);
    private static final Duration RECOVERED = Duration.ofSeconds(6);

    /** C9. */
    @Test
    @Tag("C9")
    protected void byteByByteItWorksAsWell() {
        overALine((line, device) -> {
            line.disturb(Disturbance.PORTIONS);
            assertWorks(device, rig());
        });
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overALineThatIsLateEverythingEndsInTime() {
        endsInTime(Disturbance.DELAY);
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overALineThatLosesBytesEverythingEndsInTimeAndWorksAfterwards() {
        endsInTime(Disturbance.DROP);
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overALineThatChangesBytesEverythingEndsInTimeAndWorksAfterwards() {
        endsInTime(Disturbance.GARBLE);
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overALineThatCutsAnswersOffEverythingEndsInTimeAndWorksAfterwards() {
        endsInTime(Disturbance.TRUNCATE);
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overALineThatStallsInAnAnswerEverythingEndsInTimeAndWorksAfterwards() {
        endsInTime(Disturbance.STALL);
    }

    private interface Trial<D> {
        void over(DisturbedLine line, D device);
    }

    private void endsInTime(Disturbance disturbance) {
        overALine((line, device) -> {
            line.disturb(disturbance);
            commands(device).forEach((capability, command) -> {
                Promise promise = new Promise();
                Outcome<?> outcome = command.apply(Deadline.in(BRIEFLY));
                promise.assertKept(BRIEFLY.plus(LATE), capability.name());
                if (outcome instanceof Outcome.Failed<?>(Fault fault)) {
                    assertNotEquals(DeviceThread.DEFECT, fault, capability.name());
                }
            });
            line.calm();
            assertWorksSoon(device);
        });
    }

    /** The far end may first have to get rid of what it was sent by halves. */
    private void assertWorksSoon(D device) {
        Deadline limit = Deadline.in(RECOVERED);
        while (true) {
            try {
                Patience.until(
                        limit.left(),
                        () -> "ready again, not " + device.state(),
                        () -> device.state() instanceof DeviceState.Ready);
                assertWorks(device, rig());
                return;
            } catch (AssertionError notYet) {
                if (limit.passed()) {
                    throw notYet;
                }
                Patience.aMoment();
            }
        }
    }

    private void overALine(Trial<D> trial) {
        try (DisturbedLine line = rig().disturbedLine();
                D relayed = newDevice(line.settings())) {
            relayed.start((_, _) -> {});
            Patience.until(
                    OPENING, () -> "ready, not " + relayed.state(), () -> relayed.state() instanceof DeviceState.Ready);
            trial.over(line, relayed);
        }
    }
}
