package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DevicePart;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A device under test, the hand at its far end, and the words in which promises are written. What each class brings is abstract.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class Bench<R extends Rig, D extends Device> {
    /** A device that is there is ready within this. */
    protected static final Duration OPENING = Duration.ofSeconds(5);

    /** An unplugged device is noticed, and a closing ends, within this. */
    protected static final Duration NOTICED = Duration.ofSeconds(1);

    /** A replugged device is ready within this. */
    protected static final Duration REPLUGGED = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<DeviceState> told = Collections.synchronizedList(new ArrayList<>());
    private final List<PartsTold> parts = Collections.synchronizedList(new ArrayList<>());
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

    /** How many bytes a device of this class may well hold of one message, such as a picture that is looked at. */
    protected long largest() {
        return 0;
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
        told().forEach(Sentences::assertFor);
        List.copyOf(parts).forEach(PartsTold::assertAgree);
    }

    /** Less than this is what a device may hold more than it did, whatever was done to it. */
    static final long HEAVIER = 1 << 20;

    /** C6: what a device holds does not grow. */
    static void assertNotHeavier(Object device, long before) {
        long more = Weight.of(device) - before;
        assertTrue(more < HEAVIER, () -> "it holds " + more + " bytes more");
    }

    /** The far end. */
    protected final R rig() {
        return rig;
    }

    /** The device, made but not started. */
    protected final D device() {
        return device;
    }

    /** What its listener was told so far. */
    final List<DeviceState> told() {
        return List.copyOf(told);
    }

    /** Keeps what a listener was told, for the chart at the end. */
    final void note(DeviceState state) {
        told.add(state);
    }

    /** Another device at the same far end, made but not started. */
    final D newDevice() {
        return newDevice(rig.settings());
    }

    /** A device with these settings, made but not started. */
    final D newDevice(DeviceSettings settings) {
        assertEquals(List.of(), rig.driver().mistakes(settings));
        return type().cast(rig.driver().create(settings));
    }

    /** The device, started and ready. */
    protected final D ready() {
        device.start((_, state) -> {
            told.add(state);
            var said = new PartsTold(state, device.parts());
            // On a machine that stood still in between it may be stale by now, and its parts with it.
            if (device.state().equals(state)) {
                parts.add(said);
            }
        });
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

    /**
     * Waits until a part is broken: a required one makes the device of no use by its own fault, an optional one is warned of. Of a part
     * for which the device's protocol has no word nothing is claimed. How it stands in the end.
     */
    protected final DevicePart.Standing awaitBroken(String name, boolean required) {
        List<DevicePart> before = device.parts();
        if (before.stream().noneMatch(part -> part.name().equals(name) && !untold(part))) {
            return new DevicePart.Standing.Untold();
        }
        Patience.until(OPENING, () -> name + " is broken among " + device.parts(), () -> device.parts().stream()
                .anyMatch(part -> part.name().equals(name)
                        && part.required() == required
                        && part.standing() instanceof DevicePart.Standing.Broken));
        DevicePart.Standing standing = part(name).standing();
        Patience.until(
                OPENING,
                () -> "of use: " + !required + " with " + standing + ", not " + device.state(),
                () -> switch (device.state()) {
                    case DeviceState.NeedsHelp(var fault) ->
                        required && standing.equals(new DevicePart.Standing.Broken(fault));
                    case DeviceState.Ready(var warnings) -> !required && !warnings.isEmpty();
                    case DeviceState.Absent _,
                            DeviceState.Opening _,
                            DeviceState.Busy _,
                            DeviceState.Unknown _,
                            DeviceState.Closed _ -> false;
                });
        return standing;
    }

    /** Waits until nothing is said against a part any more, and the device is ready. */
    protected final void awaitWell(String name) {
        Patience.until(OPENING, () -> name + " is well, not as in " + device.parts() + " of " + device.state(), () ->
                device.state() instanceof DeviceState.Ready
                        && device.parts().stream().allMatch(part -> !part.name().equals(name) || part.mayBeUsed()));
    }

    /** The part of this name. */
    protected final DevicePart part(String name) {
        return device.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among " + device.parts()));
    }

    private static boolean untold(DevicePart part) {
        return part.standing() instanceof DevicePart.Standing.Untold;
    }

    /** The fault of a failed outcome. */
    protected static Fault fault(Outcome<?> outcome) {
        Fault fault = assertInstanceOf(Outcome.Failed.class, outcome).fault();
        Sentences.assertFor(fault);
        return fault;
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

    /** A command that needs the far end to answer. */
    final Function<Deadline, Outcome<?>> anyCommand(D of) {
        return commands(of).firstEntry().getValue();
    }

    private static void assertStatesFollowTheChart(List<DeviceState> states) {
        DeviceState last = new DeviceState.Opening();
        for (DeviceState state : states) {
            DeviceState before = last;
            assertTrue(before.mayBecome(state) && !before.equals(state), () -> before + " became " + state);
            last = state;
        }
    }
}
