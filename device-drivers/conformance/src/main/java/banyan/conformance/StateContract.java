package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Supply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Promises about what a device says of itself (C12): its states, what it is, of which parts it consists, what it uses up, how it is
 * found when examined. Whether parts and states agree is asked after every test, of each state that was told.
 *
 * @param <R> the hand at the far end
 * @param <D> the class of device
 */
abstract class StateContract<R extends Rig, D extends Device> extends CommandContract<R, D> {
    private static final Duration EXAMINING = Duration.ofSeconds(3);

    /** What never blocks is answered within this, however the device hangs. */
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    /** C12. */
    @Test
    @Tag("C12")
    protected void aThrowingListenerHarmsNobody() {
        device().start((_, state) -> {
            note(state);
            throw new IllegalStateException("a listener's defect, thrown on purpose");
        });
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(device(), rig());
    }

    /** C12: each change once, in order, and from one thread that is the device's own. */
    @Test
    @Tag("C12")
    protected void everyChangeIsToldFromTheDevicesOwnThread() {
        List<Thread> tellers = new CopyOnWriteArrayList<>();
        device().start((id, state) -> {
            note(state);
            tellers.add(Thread.currentThread());
            assertEquals(device().id(), id);
        });
        awaitState(OPENING, DeviceState.Ready.class);
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        // Its state can be asked a moment before its listener is told.
        Patience.until(NOTICED, () -> "two changes told; so far " + told(), () -> tellers.size() >= 2);
        assertEquals(1, tellers.stream().distinct().count(), () -> "told from " + tellers);
        assertNotSame(Thread.currentThread(), tellers.getFirst());
    }

    /** C12. */
    @Test
    @Tag("C12")
    protected void aSilentDeviceIsSoonNotSaidToBeUsable() {
        ready();
        rig().fallSilent();
        Patience.until(
                Duration.ofSeconds(6), "not usable", () -> !device().state().usable());
        PartsTold.assertUnknown(device().parts());
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
    }

    /** C12: what the driver can say without the device it says at once. */
    @Test
    @Tag("C12")
    protected void anInternalExaminationNeedsNoWordOfTheDevice() {
        D open = ready();
        rig().fallSilent();
        DeviceState found = value(open.examine(Depth.INTERNAL, Deadline.in(EXAMINING)));
        assertFalse(found instanceof DeviceState.Absent || found instanceof DeviceState.Closed, found::toString);
    }

    /** C12. */
    @Test
    @Tag("C12")
    protected void anExternalExaminationFindsAHealthyDeviceReady() {
        assertInstanceOf(DeviceState.Ready.class, value(ready().examine(Depth.EXTERNAL, Deadline.in(EXAMINING))));
    }

    /** C12: the device is asked now; what it said a moment ago is no answer. */
    @Test
    @Tag("C12")
    protected void anExternalExaminationOfASilentDeviceFindsItUsableByNoMeans() {
        D open = ready();
        rig().fallSilent();
        Promise promise = new Promise();
        Outcome<DeviceState> found = open.examine(Depth.EXTERNAL, Deadline.in(EXAMINING));
        promise.assertKept(EXAMINING.plusMillis(250), "examining");
        assertFalse(found instanceof Outcome.Done<DeviceState>(var state) && state.usable(), found::toString);
    }

    /** C12: the third depth is a person's, by the commands of the class. */
    @Test
    @Tag("C12")
    protected void anInteractiveExaminationIsLeftToAPerson() {
        assertEquals(
                Fault.Kind.UNSUPPORTED,
                fault(ready().examine(Depth.INTERACTIVE, Deadline.in(EXAMINING))).kind());
    }

    /** C12. */
    @Test
    @Tag("C12")
    protected void anAbsentDeviceIsExaminedAndFoundAbsent() {
        D open = ready();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        PartsTold.assertUnknown(open.parts());
        Outcome<DeviceState> found = open.examine(Depth.EXTERNAL, Deadline.in(EXAMINING));
        boolean absent =
                switch (found) {
                    case Outcome.Done<DeviceState>(var state) -> state instanceof DeviceState.Absent;
                    case Outcome.Failed<DeviceState>(var fault) -> fault.kind() == Fault.Kind.DISCONNECTED;
                };
        assertTrue(absent, found::toString);
    }

    /** C12: nameplate, supplies, parts and state never block and never throw, at any time of a device's life. */
    @Test
    @Tag("C12")
    protected void whatADeviceSaysOfItselfIsThereAtOnceAtAnyTime() {
        assertEquals(Nameplate.BLANK, device().nameplate());
        assertEquals(List.of(), device().supplies());
        assertEquals(List.of(), device().parts());
        D open = ready();
        rig().fallSilent();
        Call waiting = new Call(() -> anyCommand(open).apply(inTime()));
        Promise promise = new Promise();
        List<Supply> supplies = open.supplies();
        List<DevicePart> parts = open.parts();
        Nameplate nameplate = open.nameplate();
        DeviceState state = open.state();
        promise.assertKept(AT_ONCE, () -> "saying " + nameplate + supplies + parts + state);
        open.close();
        assertEquals(Fault.Kind.CANCELLED, waiting.fault().kind());
        assertEquals(nameplate, open.nameplate());
        assertEquals(PartsTold.names(parts), PartsTold.names(open.parts()));
        PartsTold.assertUnknown(open.parts());
        assertEquals(new DeviceState.Closed(), open.state());
    }

    /** C12: the same piece says the same of itself, and has the same parts, when it comes back; nothing on the plate is a blank text. */
    @Test
    @Tag("C12")
    protected void theNameplateIsThatOfThePiece() {
        D open = ready();
        List<DevicePart> parts = open.parts();
        Nameplate before = open.nameplate();
        Stream.of(before.maker(), before.model(), before.serialNumber(), before.firmware())
                .flatMap(Optional::stream)
                .forEach(word -> assertFalse(word.isBlank(), before::toString));
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertEquals(before, open.nameplate());
        assertEquals(PartsTold.names(parts), PartsTold.names(open.parts()));
        assertEquals(required(parts), required(open.parts()));
    }

    private static List<Boolean> required(List<DevicePart> parts) {
        return parts.stream().map(DevicePart::required).toList();
    }

    /** C12: of a healthy device no part is broken or unknown; of a ready one no required part ever is. */
    @Test
    @Tag("C12")
    protected void thePartsOfADeviceThatIsReadyAreAllThere() {
        D open = ready();
        List<DevicePart> said = open.parts();
        assertTrue(said.stream().filter(DevicePart::required).allMatch(DevicePart::mayBeUsed), said::toString);
        // An optional one may take a second look.
        Patience.until(
                OPENING,
                () -> "all parts well, not as in " + open.parts(),
                () -> open.parts().stream().allMatch(DevicePart::mayBeUsed));
    }

    /** C12: what it uses up is named once each, and a level is a level. */
    @Test
    @Tag("C12")
    protected void suppliesAreNamedOnceAndTheirLevelsAreLevels() {
        List<Supply> supplies = ready().supplies();
        assertEquals(
                supplies.size(),
                supplies.stream().map(Supply::name).distinct().count(),
                supplies::toString);
        assertTrue(supplies.stream().allMatch(supply -> plausible(supply.level())), supplies::toString);
    }

    private static boolean plausible(Supply.Level level) {
        return switch (level) {
            case Supply.Level.Percent(int value) -> value >= 0 && value <= 100;
            case Supply.Level.Pieces(int value) -> value >= 0;
            case Supply.Level.Enough _, Supply.Level.Low _, Supply.Level.Out _, Supply.Level.Unknown _ -> true;
        };
    }
}
