package banyan.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceStateTest {
    private static final Fault FAULT = new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PAPER-OUT");
    private static final DeviceState ABSENT = new DeviceState.Absent(FAULT);
    private static final DeviceState OPENING = new DeviceState.Opening();
    private static final DeviceState CLOSED = new DeviceState.Closed();
    private static final List<DeviceState> ALL = List.of(
            ABSENT,
            OPENING,
            DeviceState.ready(),
            new DeviceState.Busy(),
            new DeviceState.NeedsHelp(FAULT),
            new DeviceState.Unknown(Instant.EPOCH),
            CLOSED);

    @Test
    void anAbsentDeviceIsOpenedBeforeAnythingElse() {
        List<DeviceState> next = ALL.stream().filter(ABSENT::mayBecome).toList();
        assertEquals(List.of(ABSENT, OPENING, CLOSED), next);
    }

    @Test
    void nothingFollowsClosed() {
        assertTrue(ALL.stream().noneMatch(CLOSED::mayBecome));
    }

    @Test
    void anOpeningDeviceIsNotBusyYet() {
        assertFalse(OPENING.mayBecome(new DeviceState.Busy()));
    }

    @Test
    void onlyAReadyOrBusyDeviceIsUsable() {
        List<DeviceState> usable = ALL.stream().filter(DeviceState::usable).toList();
        assertEquals(List.of(new DeviceState.Ready(Set.of()), new DeviceState.Busy()), usable);
    }
}
