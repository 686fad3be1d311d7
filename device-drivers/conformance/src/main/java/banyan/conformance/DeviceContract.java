package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every device promises, whatever its class. The numbers C1 to C15 are those of the device contract; C9, C10 and C17 concern
 * a codec alone and are tests of the driver's own.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
public abstract class DeviceContract<R extends Rig, D extends Device> {
    /** A device that is there is ready within this. */
    protected static final Duration OPENING = Duration.ofSeconds(5);

    /** An unplugged device is noticed, and a closing ends, within this. */
    protected static final Duration NOTICED = Duration.ofSeconds(1);

    /** A replugged device is ready within this. */
    protected static final Duration REPLUGGED = Duration.ofSeconds(2);

    private static final Duration BEYOND_DEADLINE = Duration.ofMillis(250);
    private static final Duration CANCELLED = Duration.ofMillis(500);
    private static final Duration RESETTING = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CALLERS = 12;

    /** Threads and descriptors of the JDK and of the far end that may come and go between two counts. */
    private static final int WAVERING = 3;

    /** What is left behind once in so many times is not seen here. */
    private static final int RARE = 20;

    private final List<DeviceState> told = Collections.synchronizedList(new ArrayList<>());
    private R rig;
    private D device;

    /** A far end that is healthy and empty. */
    protected abstract R newRig();

    /** The class of device. */
    protected abstract Class<D> type();

    /** Each command of the class, so that it needs the far end to answer; first the one that takes longest. */
    protected abstract SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(D device);

    /** Does with the device what it is there for, from beginning to end, and asserts that it went well. */
    protected abstract void assertWorks(D device, R rig);

    /** Does what {@link #assertWorks} does, with contents that are somebody's secret; gives all of the secret there is. */
    protected abstract Secret useWithSecret(D device, R rig);

    /** How often the plug is pulled in the test of leaks: the contract's 100 where {@code -Dbanyan.conformance.cycles=100}. */
    protected int cycles() {
        return Integer.getInteger("banyan.conformance.cycles", 5);
    }

    /**
     * What must not be found again.
     *
     * @param words texts, for logs and files
     * @param bytes as they were on the wire, for memory
     */
    protected record Secret(List<String> words, List<byte[]> bytes) {}

    @BeforeEach
    final void open() {
        rig = newRig();
        device = newDevice();
    }

    @AfterEach
    final void close() {
        device.close();
        rig.close();
        // C12, throughout every test.
        assertStatesFollowTheChart(List.copyOf(told));
    }

    /** The far end. */
    protected final R rig() {
        return rig;
    }

    /** The device, made but not started. */
    protected final D device() {
        return device;
    }

    private D newDevice() {
        List<String> mistakes = rig.driver().mistakes(rig.settings());
        assertEquals(List.of(), mistakes);
        return type().cast(rig.driver().create(rig.settings()));
    }

    /** The device, started and ready. */
    protected final D ready() {
        device.start((_, state) -> told.add(state));
        awaitState(OPENING, DeviceState.Ready.class);
        return device;
    }

    /** Waits until the device says it is so. */
    protected final void awaitState(Duration atMost, Class<? extends DeviceState> kind) {
        Patience.until(
                atMost,
                () -> "state " + kind.getSimpleName() + "; told so far " + told + "; meanwhile "
                        + Doing.of("device-" + device.id()),
                () -> kind.isInstance(device.state()));
    }

    /** The fault of a failed outcome. */
    protected static Fault fault(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).fault();
    }

    /** The value of an outcome that must have gone well. */
    protected static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var fault) -> throw new AssertionError("failed with " + fault);
        };
    }

    /** A deadline that no test reaches. */
    protected static Deadline inTime() {
        return Deadline.in(LONG);
    }

    private static <T> CompletableFuture<T> elsewhere(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    /** A command on a thread of its own, after that thread has begun to wait. */
    private static final class Call {
        private final CompletableFuture<Outcome<?>> outcome = new CompletableFuture<>();
        private final Thread caller;

        Call(Supplier<Outcome<?>> command) {
            caller = Thread.ofVirtual().start(() -> outcome.complete(command.get()));
            Patience.until(NOTICED, "the caller waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
        }

        Fault fault() {
            return DeviceContract.fault(outcome.join());
        }
    }

    /** A clock for one promise. */
    private static final class Promise {
        private final long began = System.nanoTime();
        private final HeldUp heldUp = HeldUp.fromNow();

        void assertKept(Duration limit, String what) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(
                    took.compareTo(limit.plus(heldUp.soFar())) <= 0, () -> what + " took " + took.toMillis() + " ms");
        }
    }

    private Function<Deadline, Outcome<?>> anyCommand(D of) {
        return commands(of).firstEntry().getValue();
    }

    /** C1. */
    @Test
    protected void aDeviceThatIsThereBecomesReady() {
        assertInstanceOf(DeviceState.Ready.class, ready().state());
    }

    /** C1. */
    @Test
    protected void aDeviceThatIsNotThereIsAbsentWithAFault() {
        rig.unplug();
        device.start((_, state) -> told.add(state));
        awaitState(OPENING, DeviceState.Absent.class);
        assertEquals(
                Fault.Kind.DISCONNECTED,
                ((DeviceState.Absent) device.state()).fault().kind());
    }

    /** C1. */
    @Test
    protected void aDeviceThatSaysNothingIsNotReady() {
        rig.fallSilent();
        device.start((_, state) -> told.add(state));
        Patience.until(OPENING, "a state other than opening", () -> !(device.state() instanceof DeviceState.Opening));
        assertFalse(device.state().usable());
    }

    /** C2. */
    @Test
    protected void closingTwiceIsClosingOnce() {
        ready().close();
        device.close();
        assertEquals(new DeviceState.Closed(), device.state());
        assertEquals(
                1, told.stream().filter(DeviceState.Closed.class::isInstance).count());
    }

    /** C2. */
    @Test
    protected void closingTakesAtMostASecondEvenWhileACommandWaits() {
        D open = ready();
        rig.fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        open.close();
        promise.assertKept(NOTICED, "closing");
        assertEquals(Fault.Kind.CANCELLED, waiting.fault().kind());
    }

    /** C2: what is closed leaves its port to others and no thread behind. */
    @Test
    protected void openingAndClosingManyTimesLeavesNothingBehind() {
        useOnce();
        Holdings before = Holdings.now();
        for (int i = 0; i < cycles(); i++) {
            useOnce();
        }
        assertHeldAgain(before);
    }

    private void useOnce() {
        try (D one = newDevice()) {
            one.start((_, _) -> {});
            Patience.until(OPENING, "ready again", () -> one.state() instanceof DeviceState.Ready);
        }
    }

    /** C3. */
    @Test
    protected void everyCommandToASilentDeviceTimesOutAtItsDeadline() {
        D open = ready();
        rig.fallSilent();
        commands(open).forEach((capability, command) -> {
            Promise promise = new Promise();
            Fault fault = fault(command.apply(Deadline.in(SHORT)));
            promise.assertKept(SHORT.plus(BEYOND_DEADLINE), capability.name());
            assertEquals(Fault.Kind.TIMEOUT, fault.kind(), capability.name());
        });
    }

    /** C4. */
    @Test
    protected void anInterruptedCallerIsAnsweredCancelledAndTheNextCommandWorks() {
        D open = ready();
        rig.fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        waiting.caller.interrupt();
        assertEquals(Fault.Kind.CANCELLED, waiting.fault().kind());
        promise.assertKept(CANCELLED, "cancelling");
        rig.heal();
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(open, rig);
    }

    /** C5. */
    @Test
    protected void aDeviceUnpluggedInTheMiddleOfACommandIsNoticed() {
        D open = ready();
        rig.fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        rig.unplug();
        assertEquals(Fault.Kind.DISCONNECTED, waiting.fault().kind());
        promise.assertKept(NOTICED, "noticing");
        awaitState(NOTICED, DeviceState.Absent.class);
    }

    /** C5. */
    @Test
    protected void anIdleDeviceThatIsUnpluggedIsAbsentWithinASecond() {
        ready();
        rig.unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
    }

    /** C6. */
    @Test
    protected void aDevicePluggedInAgainIsReadyWithinTwoSecondsAndWorks() {
        D open = ready();
        rig.unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig.plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertWorks(open, rig);
    }

    /** C6. */
    @Test
    protected void pullingThePlugAgainAndAgainLeavesNothingBehind() {
        ready();
        replug();
        Holdings before = Holdings.now();
        for (int i = 0; i < cycles(); i++) {
            replug();
        }
        assertHeldAgain(before);
    }

    private void replug() {
        rig.unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig.plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
    }

    /** C7. */
    @Test
    protected void manyCallersAtOnceAreEachAnsweredAndSomeThatItIsBusy() {
        D open = ready();
        rig.fallSilent();
        List<CompletableFuture<Fault>> calls = IntStream.range(0, CALLERS)
                .mapToObj(_ -> elsewhere(() -> fault(anyCommand(open).apply(Deadline.in(Duration.ofSeconds(1))))))
                .toList();
        Set<Fault.Kind> kinds =
                calls.stream().map(call -> call.join().kind()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of(Fault.Kind.TIMEOUT, Fault.Kind.BUSY)), kinds);
    }

    /** C11. */
    @Test
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

    /** C12. */
    @Test
    protected void aThrowingListenerHarmsNobody() {
        device.start((_, state) -> {
            told.add(state);
            throw new IllegalStateException("a listener's defect, thrown on purpose");
        });
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(device, rig);
    }

    /** C12. */
    @Test
    protected void aSilentDeviceIsSoonNotSaidToBeUsable() {
        ready();
        rig.fallSilent();
        Patience.until(
                Duration.ofSeconds(6), "not usable", () -> !device.state().usable());
        rig.heal();
        awaitState(OPENING, DeviceState.Ready.class);
    }

    private static void assertStatesFollowTheChart(List<DeviceState> states) {
        DeviceState last = new DeviceState.Opening();
        for (DeviceState state : states) {
            DeviceState before = last;
            assertTrue(before.mayBecome(state) && !before.equals(state), () -> before + " became " + state);
            last = state;
        }
    }

    /** C13. */
    @Test
    protected void aResetReadyDeviceIsReady() {
        Promise promise = new Promise();
        assertInstanceOf(DeviceState.Ready.class, value(ready().reset(Deadline.in(RESETTING))));
        promise.assertKept(RESETTING, "resetting");
    }

    /** C13. */
    @Test
    protected void aDeviceThatHungWorksAfterAReset() {
        D open = ready();
        rig.fallSilent();
        Call hung = new Call(() -> anyCommand(open).apply(inTime()));
        rig.heal();
        assertInstanceOf(DeviceState.Ready.class, value(open.reset(Deadline.in(RESETTING))));
        Patience.until(NOTICED, "an end of the command that hung", hung.outcome::isDone);
        assertWorks(open, rig);
    }

    /** C13. */
    @Test
    protected void anAbsentDeviceCannotBeResetAndSaysSo() {
        D open = ready();
        rig.unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        assertEquals(
                Fault.Kind.DISCONNECTED,
                fault(open.reset(Deadline.in(RESETTING))).kind());
    }

    /** C14. */
    @Test
    protected void nothingOfTheCitizenIsLoggedOrPrintedOrLeftInAFile() {
        Set<Path> before = temporaryFiles();
        D open = ready();
        Secret secret = useWithSecret(open, rig);
        StringBuilder said = new StringBuilder(rig.logged());
        said.append(open).append(told);
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> said.append(thread.getName()).append('\n'));
        temporaryFiles().stream().filter(file -> !before.contains(file)).forEach(file -> said.append(text(file)));
        String all = said.toString();
        secret.words().forEach(word -> assertFalse(all.contains(word), () -> "found: " + word));
    }

    /** C15. */
    @Test
    protected void afterForgettingNoByteOfTheCitizenIsHeld() {
        D open = ready();
        Secret secret = useWithSecret(open, rig);
        open.forget();
        for (byte[] bytes : secret.bytes()) {
            assertEquals(Optional.empty(), Residue.of(open, bytes));
        }
    }

    private static Set<Path> temporaryFiles() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile).filter(Files::isReadable).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                    + new String(bytes, java.nio.charset.StandardCharsets.UTF_16LE);
        } catch (IOException _) {
            // Gone again: somebody else's.
            return "";
        }
    }

    private void assertHeldAgain(Holdings before) {
        int more = WAVERING + cycles() / RARE;
        Patience.until(
                Duration.ofSeconds(3),
                () -> "as few threads and descriptors as " + before + ", there are " + Holdings.now(),
                () -> {
                    Holdings now = Holdings.now();
                    return now.threads() <= before.threads() + more && now.descriptors() <= before.descriptors() + more;
                });
    }

    /** What this process holds of the system. */
    private record Holdings(int threads, int descriptors) {
        static Holdings now() {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
                return new Holdings(Thread.getAllStackTraces().size(), (int) descriptors.count());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
