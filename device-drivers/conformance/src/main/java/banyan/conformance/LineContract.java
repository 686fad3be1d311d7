package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises about a line that misbehaves: noise and loss (C8), floods of it (C6), any portions (C9), and two callers on it (C7). The driver is not asked to work over a line that
 * loses bytes; it is asked to end in time, to name a fault, and to work again afterwards.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class LineContract<R extends Rig, D extends Device> extends StateContract<R, D> {
    private static final Duration BRIEFLY = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofMillis(250);
    private static final Duration OWN = Duration.ofMillis(600);
    private static final EnumSet<Fault.Kind> SPOILT =
            EnumSet.of(Fault.Kind.PROTOCOL, Fault.Kind.DISCONNECTED, Fault.Kind.HARDWARE);

    private static final int TURNS = 2;
    private static final int FLOODS = 3;
    private static final Duration RECOVERED = Duration.ofSeconds(6);

    /** C9. */
    @Test
    @Tag("C9")
    protected void byteByByteItWorksAsWell() {
        overALine(Tap.NONE, (line, device) -> {
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

    /** C6: what is not understood is not kept, however much of it there is. */
    @Test
    @Tag("C6")
    protected void overALineThatPoursOutNoiseNoMoreThanAMebibyteIsHeldAndItWorksAfterwards() {
        overALine(Tap.NONE, (line, device) -> {
            commands(device).values().forEach(command -> {
                Optional<Fault.Kind> _ = ended(command.apply(Deadline.in(BRIEFLY)));
            });
            long before = Weight.of(device) + largest();
            line.disturb(Disturbance.FLOOD);
            for (int i = 0; i < FLOODS; i++) {
                commands(device).forEach((capability, command) -> {
                    Promise promise = new Promise();
                    Outcome<?> outcome = command.apply(Deadline.in(BRIEFLY));
                    promise.assertKept(BRIEFLY.plus(LATE), capability.name());
                    assertNotHeavier(device, before);
                    Optional<Fault.Kind> _ = ended(outcome);
                });
            }
            line.calm();
            assertWorksSoon(device);
            assertNotHeavier(device, before);
        });
    }

    /**
     * C7: two callers ask at the same time. Never is more on its way to the far end, unanswered, than one who is alone sends.
     */
    @Test
    @Tag("C7")
    protected void whatTwoCallersAskDoesNotMeetOnTheWire() {
        Questions questions = new Questions();
        overALine(questions, (_, device) -> {
            Supplier<Outcome<DeviceState>> asking = () -> device.examine(Depth.EXTERNAL, inTime());
            for (int i = 0; i < TURNS; i++) {
                assertInstanceOf(DeviceState.Ready.class, value(asking.get()));
            }
            questions.remember();
            for (int i = 0; i < TURNS; i++) {
                CompletableFuture<Outcome<DeviceState>> other = elsewhere(asking);
                assertInstanceOf(DeviceState.Ready.class, value(asking.get()));
                assertInstanceOf(DeviceState.Ready.class, value(other.join()));
            }
            if (!rig().asksAhead()) {
                questions.assertNoneMet();
            }
        });
    }

    /**
     * C7: two different commands at the same time: neither takes the other's answer for its own, which would be a fault that none of
     * them has alone.
     */
    @Test
    @Tag("C7")
    protected void twoCommandsAtOnceDoNotSpoilEachOther() {
        overALine(Tap.NONE, (line, device) -> {
            line.disturb(Disturbance.DELAY);
            List<Function<Deadline, Outcome<?>>> each = List.copyOf(commands(device).values());
            Set<Fault.Kind> harmless = EnumSet.complementOf(SPOILT);
            each.forEach(command -> harmless.addAll(ended(command.apply(Deadline.in(OWN))).stream().toList()));
            for (int i = 0; i < TURNS; i++) {
                CompletableFuture<Optional<Fault.Kind>> other =
                        elsewhere(() -> ended(each.getLast().apply(Deadline.in(OWN))));
                Optional<Fault.Kind> one = ended(each.getFirst().apply(Deadline.in(OWN)));
                assertTrue(one.isEmpty() || harmless.contains(one.get()), one::toString);
                Optional<Fault.Kind> second = other.join();
                assertTrue(second.isEmpty() || harmless.contains(second.get()), second::toString);
            }
        });
    }

    /** How it ended; what it began is over. */
    private static Optional<Fault.Kind> ended(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(AutoCloseable begun) -> {
                try {
                    begun.close();
                } catch (Exception e) {
                    throw new AssertionError("closing throws nothing", e);
                }
                yield Optional.empty();
            }
            case Outcome.Done<?> _ -> Optional.empty();
            case Outcome.Failed<?>(Fault fault) -> Optional.of(fault.kind());
        };
    }

    private interface Trial<D> {
        void over(DisturbedLine line, D device);
    }

    private void endsInTime(Disturbance disturbance) {
        overALine(Tap.NONE, (line, device) -> {
            line.disturb(disturbance);
            commands(device).forEach((capability, command) -> {
                Promise promise = new Promise();
                Outcome<?> outcome = command.apply(Deadline.in(BRIEFLY));
                promise.assertKept(BRIEFLY.plus(LATE), capability.name());
                if (outcome instanceof Outcome.Failed<?>(Fault fault)) {
                    assertNotEquals(DeviceThread.DEFECT, fault, capability.name());
                }
                Optional<Fault.Kind> _ = ended(outcome);
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

    private void overALine(Tap tap, Trial<D> trial) {
        try (DisturbedLine line = rig().disturbedLine(tap);
                D relayed = newDevice(line.settings())) {
            relayed.start((_, _) -> {});
            Patience.until(
                    OPENING, () -> "ready, not " + relayed.state(), () -> relayed.state() instanceof DeviceState.Ready);
            trial.over(line, relayed);
        }
    }
}
