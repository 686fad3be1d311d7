package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises about commands: deadlines (C3), cancelling (C4), the queue (C7), what is unsupported (C11), resetting (C13).
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class CommandContract<R extends Rig, D extends Device> extends PlugContract<R, D> {
    private static final Duration BEYOND_DEADLINE = Duration.ofMillis(250);
    private static final Duration CANCELLED = Duration.ofMillis(500);
    private static final Duration RESETTING = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int CALLERS = 12;

    /** C3. */
    @Test
    @Tag("C3")
    protected void everyCommandToASilentDeviceTimesOutAtItsDeadline() {
        D open = ready();
        rig().fallSilent();
        commands(open).forEach((capability, command) -> {
            Promise promise = new Promise();
            Fault fault = fault(command.apply(Deadline.in(SHORT)));
            promise.assertKept(SHORT.plus(BEYOND_DEADLINE), capability.name());
            assertEquals(Fault.Kind.TIMEOUT, fault.kind(), capability.name());
        });
    }

    /** C4. */
    @Test
    @Tag("C4")
    protected void anInterruptedCallerIsAnsweredCancelledAndTheNextCommandWorks() {
        D open = ready();
        rig().fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        waiting.interrupt();
        assertEquals(Fault.Kind.CANCELLED, waiting.fault().kind());
        promise.assertKept(CANCELLED, "cancelling");
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(open, rig());
    }

    /** C7: callers take turns, the queue has a bound, and who finds it full hears so at once. */
    @Test
    @Tag("C7")
    protected void manyCallersAtOnceAreEachAnsweredAndSomeAtOnceThatItIsBusy() {
        D open = ready();
        rig().fallSilent();
        Duration patience = Duration.ofSeconds(1);
        List<CompletableFuture<Answered>> calls = IntStream.range(0, CALLERS)
                .mapToObj(_ -> elsewhere(() -> answered(anyCommand(open), patience)))
                .toList();
        List<Answered> answers = calls.stream().map(CompletableFuture::join).toList();
        assertEquals(
                Set.of(Fault.Kind.TIMEOUT, Fault.Kind.BUSY),
                answers.stream().map(Answered::kind).collect(Collectors.toSet()));
        assertTrue(
                answers.stream()
                        .filter(answer -> answer.kind() == Fault.Kind.BUSY)
                        .allMatch(answer -> answer.took().compareTo(patience) < 0),
                () -> "who finds the queue full waits for nothing: " + answers);
    }

    private record Answered(Fault.Kind kind, Duration took) {}

    private static Answered answered(Function<Deadline, Outcome<?>> command, Duration patience) {
        long began = System.nanoTime();
        Fault fault = fault(command.apply(Deadline.in(patience)));
        return new Answered(fault.kind(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** On a thread of its own. */
    static <T> CompletableFuture<T> elsewhere(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    /** C11. */
    @Test
    @Tag("C11")
    protected void aCommandIsUnsupportedExactlyWhereTheCapabilitiesLeaveItOut() {
        D open = ready();
        assertAll(commands(open).entrySet().stream().map(command -> () -> {
            Outcome<?> outcome = command.getValue().apply(Deadline.in(SHORT));
            boolean unsupported =
                    outcome instanceof Outcome.Failed<?>(var fault) && fault.kind() == Fault.Kind.UNSUPPORTED;
            assertEquals(
                    open.capabilities().contains(command.getKey()),
                    !unsupported,
                    command.getKey().name());
        }));
    }

    /** C13. */
    @Test
    @Tag("C13")
    protected void aResetReadyDeviceIsReady() {
        Promise promise = new Promise();
        assertInstanceOf(DeviceState.Ready.class, value(ready().reset(Deadline.in(RESETTING))));
        promise.assertKept(RESETTING, "resetting");
    }

    /** C13. */
    @Test
    @Tag("C13")
    protected void aDeviceThatHungWorksAfterAReset() {
        D open = ready();
        rig().fallSilent();
        Call hung = new Call(() -> anyCommand(open).apply(inTime()));
        rig().heal();
        assertInstanceOf(DeviceState.Ready.class, value(open.reset(Deadline.in(RESETTING))));
        Patience.until(NOTICED, "an end of the command that hung", hung::isOver);
        assertWorks(open, rig());
    }

    /** C13. */
    @Test
    @Tag("C13")
    protected void anAbsentDeviceCannotBeResetAndSaysSo() {
        D open = ready();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        assertEquals(
                Fault.Kind.DISCONNECTED,
                fault(open.reset(Deadline.in(RESETTING))).kind());
    }
}
