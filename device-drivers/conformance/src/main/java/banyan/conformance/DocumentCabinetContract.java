package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet;
import banyan.device.DocumentCabinet.DoorState;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every document cabinet promises. Doors left open are a warning after a second here, by the rig's settings. */
public abstract class DocumentCabinetContract extends DeviceContract<CabinetRig, DocumentCabinet> {
    private static final Duration SEEN = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofMillis(600);

    @Override
    protected final Class<DocumentCabinet> type() {
        return DocumentCabinet.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(DocumentCabinet device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.OPEN_DOOR, deadline -> device.open(1, deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(DocumentCabinet device, CabinetRig rig) {
        use(device, rig, 1);
    }

    /** Opens a door, closes it by hand, and has that confirmed. */
    private static void use(DocumentCabinet device, CabinetRig rig, int door) {
        assertEquals(DoorState.OPEN, value(device.open(door, inTime())));
        assertEquals(DoorState.OPEN, device.states().get(door - 1));
        rig.close(door);
        assertEquals(DoorState.CLOSED, value(device.awaitClosed(door, inTime())));
        assertEquals(DoorState.CLOSED, device.states().get(door - 1));
    }

    /** What lies in a cabinet never touches its wire. Which door was opened is a secret all the same: somebody's papers are behind it. */
    @Override
    protected final Secret useWithSecret(DocumentCabinet device, CabinetRig rig) {
        use(device, rig, 2);
        return new Secret(List.of("door 2", "door=2", "Door 2", "01 05 00 01", "01050001"), List.of());
    }

    @Test
    protected void allDoorsOfAClosedCabinetAreClosed() {
        DocumentCabinet cabinet = ready();
        assertEquals(rig().doors(), cabinet.doors());
        assertEquals(Collections.nCopies(rig().doors(), DoorState.CLOSED), cabinet.states());
    }

    @Test
    protected void aDoorIsUnlockedOnceAndItsLockLetGo() {
        assertWorks(ready(), rig());
        assertEquals(1, rig().unlocked(1));
        assertFalse(rig().held(1));
    }

    @Test
    protected void twoDoorsInTurnAreTwoDoors() {
        DocumentCabinet cabinet = ready();
        value(cabinet.open(1, inTime()));
        value(cabinet.open(2, inTime()));
        rig().close(1);
        assertEquals(DoorState.CLOSED, value(cabinet.awaitClosed(1, inTime())));
        assertEquals(DoorState.OPEN, cabinet.states().get(1));
        rig().close(2);
        assertEquals(DoorState.CLOSED, value(cabinet.awaitClosed(2, inTime())));
        assertEquals(1, rig().unlocked(1));
        assertEquals(1, rig().unlocked(2));
    }

    @Test
    protected void aDoorThatStandsOpenIsNotUnlockedAgain() {
        DocumentCabinet cabinet = ready();
        value(cabinet.open(1, inTime()));
        assertEquals(DoorState.OPEN, value(cabinet.open(1, inTime())));
        assertEquals(1, rig().unlocked(1));
    }

    @Test
    protected void aDoorThatDoesNotOpenIsStuckAndItsLockLetGo() {
        DocumentCabinet cabinet = ready();
        rig().jam(1);
        assertEquals("CABINET-DOOR-STUCK", fault(cabinet.open(1, inTime())).code());
        assertEquals(1, rig().unlocked(1));
        assertFalse(rig().held(1));
        assertEquals(DoorState.CLOSED, cabinet.states().getFirst());
        rig().heal();
        assertWorks(cabinet, rig());
    }

    @Test
    @Tag("C12")
    protected void aDoorThatIsStuckIsBrokenAndTheCabinetIsNot() {
        DocumentCabinet cabinet = ready();
        assertTrue(part("locks").required());
        rig().jam(1);
        fault(cabinet.open(1, inTime()));
        awaitBroken("door-1", false);
        awaitWell("door-2");
        rig().heal();
        assertWorks(cabinet, rig());
        awaitWell("door-1");
    }

    @Test
    protected void aDoorThatContradictsItsLockIsUnknownAndNotUnlocked() {
        DocumentCabinet cabinet = ready();
        rig().contradict(1);
        Patience.until(SEEN, "doubt", () -> cabinet.states().getFirst() == DoorState.UNKNOWN);
        assertEquals("CABINET-DOOR-UNKNOWN", fault(cabinet.open(1, inTime())).code());
        assertEquals(0, rig().unlocked(1));
        assertEquals(DoorState.UNKNOWN, value(cabinet.awaitClosed(1, Deadline.in(SHORT))));
    }

    @Test
    protected void aDoorThatWasNotUnlockedAndOpensIsUnknown() {
        DocumentCabinet cabinet = ready();
        rig().force(2);
        Patience.until(SEEN, "doubt", () -> cabinet.states().get(1) == DoorState.UNKNOWN);
        assertEquals("CABINET-DOOR-UNKNOWN", fault(cabinet.open(2, inTime())).code());
        assertEquals(0, rig().unlocked(2));
        use(cabinet, rig(), 1);
    }

    @Test
    protected void aDoorThatIsLeftOpenIsSaidToBe() {
        DocumentCabinet cabinet = ready();
        value(cabinet.open(1, inTime()));
        assertEquals(DoorState.OPEN, value(cabinet.awaitClosed(1, Deadline.in(SHORT))));
        awaitWarning(cabinet, "CABINET-DOOR-LEFT-OPEN", true);
        rig().close(1);
        assertEquals(DoorState.CLOSED, value(cabinet.awaitClosed(1, inTime())));
        awaitWarning(cabinet, "CABINET-DOOR-LEFT-OPEN", false);
    }

    private void awaitWarning(DocumentCabinet cabinet, String warning, boolean there) {
        Patience.until(
                SEEN,
                () -> warning + " is " + there + ", not " + cabinet.state(),
                () -> cabinet.state() instanceof DeviceState.Ready(var warnings)
                        && warnings.contains(warning) == there);
    }

    @Test
    protected void aDoorThatWasOpenAtTheStartIsOpen() {
        DocumentCabinet first = ready();
        value(first.open(1, inTime()));
        first.close();
        try (DocumentCabinet second = newDevice()) {
            second.start((_, _) -> {});
            Patience.until(OPENING, "ready", () -> second.state() instanceof DeviceState.Ready);
            Patience.until(SEEN, "open", () -> second.states().getFirst() == DoorState.OPEN);
        }
    }

    @Test
    protected void aLockThatIsFoundHeldIsLetGo() {
        rig().holdUnlocked(2);
        ready();
        assertFalse(rig().held(2));
    }

    @Test
    protected void thereIsNoDoorBeyondTheLast() {
        DocumentCabinet cabinet = ready();
        for (int door : new int[] {0, -1, rig().doors() + 1, Integer.MAX_VALUE}) {
            assertEquals("CABINET-NO-SUCH-DOOR", fault(cabinet.open(door, inTime())).code());
            assertEquals(
                    "CABINET-NO-SUCH-DOOR",
                    fault(cabinet.awaitClosed(door, inTime())).code());
        }
        for (int door = 1; door <= rig().doors(); door++) {
            assertEquals(0, rig().unlocked(door));
        }
    }

    @Test
    protected void nothingIsKnownOfTheDoorsOfAnAbsentCabinet() {
        DocumentCabinet cabinet = ready();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        assertEquals(Collections.nCopies(rig().doors(), DoorState.UNKNOWN), cabinet.states());
    }

    @Test
    protected void aCabinetThatIsPulledWhileADoorIsOpenFindsItOpenAgain() {
        DocumentCabinet cabinet = ready();
        value(cabinet.open(1, inTime()));
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertEquals(DoorState.OPEN, value(cabinet.open(1, inTime())));
        assertEquals(1, rig().unlocked(1));
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overANoisyLineADoorIsUnlockedAtMostOnce() {
        DocumentCabinet cabinet = ready();
        rig().makeNoise();
        Outcome<DoorState> outcome = cabinet.open(1, inTime());
        assertTrue(
                outcome instanceof Outcome.Done<DoorState>(var state) && state == DoorState.OPEN
                        || outcome instanceof Outcome.Failed<DoorState>(var fault)
                                && (fault.kind() == Fault.Kind.PROTOCOL || fault.kind() == Fault.Kind.TIMEOUT),
                outcome::toString);
        assertTrue(rig().unlocked(1) <= 1);
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        rig().close(1);
        assertEquals(DoorState.CLOSED, value(cabinet.awaitClosed(1, inTime())));
        assertFalse(rig().held(1));
        use(cabinet, rig(), 1);
    }
}
