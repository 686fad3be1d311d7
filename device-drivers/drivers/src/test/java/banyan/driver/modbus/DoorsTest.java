package banyan.driver.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.DocumentCabinet.DoorState;
import banyan.driver.modbus.Doors.Look;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorsTest {
    private static final Look SHUT = new Look(true, true);
    private static final Look OPEN = new Look(false, false);
    private static final Look DRAWN = new Look(true, false);
    private static final Look OPEN_AND_THROWN = new Look(false, true);
    private static final long STEP = Duration.ofMillis(100).toNanos();

    private final Doors doors = new Doors(1, Duration.ofSeconds(1));
    private long now;

    private DoorState after(Look... looks) {
        for (Look look : looks) {
            now += STEP;
            doors.see(List.of(look), now);
        }
        return doors.state(1);
    }

    @Test
    void oneLookIsNoLook() {
        assertEquals(DoorState.UNKNOWN, after(SHUT));
        assertEquals(DoorState.CLOSED, after(SHUT));
        assertEquals(DoorState.CLOSED, after(OPEN, SHUT, OPEN, SHUT));
    }

    @Test
    void aDoorThatWasUnlockedOpensAndCloses() {
        after(SHUT, SHUT);
        doors.held(1);
        assertEquals(DoorState.CLOSED, after(DRAWN, DRAWN));
        assertEquals(DoorState.OPEN, after(OPEN, OPEN));
        doors.letGo(1);
        assertEquals(DoorState.CLOSED, after(SHUT, SHUT));
        assertEquals(Set.of(), doors.warnings(now));
    }

    @Test
    void aDoorThatIsPushedToWithoutItsBoltIsNotClosed() {
        after(SHUT, SHUT);
        doors.held(1);
        after(OPEN, OPEN);
        doors.letGo(1);
        assertEquals(DoorState.OPEN, after(DRAWN, DRAWN, DRAWN));
        assertEquals(DoorState.UNKNOWN, after(DRAWN, DRAWN, DRAWN, DRAWN, DRAWN));
        assertEquals(Set.of("CABINET-DOOR-UNKNOWN"), doors.warnings(now));
    }

    @Test
    void aContradictionThatPassesIsNone() {
        after(SHUT, SHUT);
        assertEquals(DoorState.CLOSED, after(OPEN_AND_THROWN, OPEN_AND_THROWN, OPEN_AND_THROWN, SHUT, SHUT));
    }

    @Test
    void aDoorThatIsForcedIsUnknownUntilItIsClosed() {
        after(SHUT, SHUT);
        assertEquals(DoorState.UNKNOWN, after(OPEN, OPEN, OPEN));
        assertEquals(Set.of("CABINET-DOOR-FORCED"), doors.warnings(now));
        assertEquals(DoorState.CLOSED, after(SHUT, SHUT));
        assertEquals(Set.of(), doors.warnings(now));
    }

    @Test
    void whatIsUnlockedOnceMayNotBeOpenedTwice() {
        after(SHUT, SHUT);
        doors.held(1);
        after(OPEN, OPEN);
        doors.letGo(1);
        after(SHUT, SHUT);
        assertEquals(DoorState.UNKNOWN, after(OPEN, OPEN));
    }

    @Test
    void aDoorThatIsFoundOpenIsOpenAndSoonTooLong() {
        assertEquals(DoorState.OPEN, after(OPEN, OPEN));
        assertEquals(Set.of(), doors.warnings(now));
        assertEquals(Set.of("CABINET-DOOR-LEFT-OPEN"), doors.warnings(now + 10 * STEP));
    }
}
