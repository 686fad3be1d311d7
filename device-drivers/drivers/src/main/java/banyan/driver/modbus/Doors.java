package banyan.driver.modbus;

import banyan.device.DocumentCabinet.DoorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What contacts and bolts say over time, made into how the doors stand. A reading counts when the next says the same; a door is
 * closed only when contact and bolt both say so; one that opens without having been unlocked, or whose contact and bolt go on
 * contradicting each other, is unknown.
 */
final class Doors {
    /** A bolt is thrown a moment after the door is pushed to. */
    static final Duration SETTLING = Duration.ofMillis(600);

    private final Door[] doors;
    private final long leftOpenNanos;

    /** @param leftOpen a door that stands open longer is a warning */
    Doors(int count, Duration leftOpen) {
        doors = new Door[count];
        Arrays.setAll(doors, _ -> new Door());
        leftOpenNanos = leftOpen.toNanos();
    }

    /**
     * One look at a door.
     *
     * @param shut by its contact
     * @param thrown by its bolt; the same as {@code shut} where there is none to ask
     */
    record Look(boolean shut, boolean thrown) {
        boolean contradicts() {
            return shut != thrown;
        }
    }

    private static final class Door {
        private DoorState state = DoorState.UNKNOWN;
        private Look last = new Look(false, true);
        private int same;
        private long sinceNanos;
        private boolean seen;
        private boolean held;

        /** Unlocked, and not seen closed again since it was open. */
        private boolean unlocked;

        private boolean forced;
        private boolean stuck;
        private long openNanos;
    }

    /** Takes one look at all doors. */
    void see(List<Look> looks, long nanos) {
        for (int i = 0; i < doors.length; i++) {
            see(doors[i], looks.get(i), nanos);
        }
    }

    private void see(Door door, Look look, long nanos) {
        if (door.same == 0 || !look.equals(door.last)) {
            door.last = look;
            door.same = 1;
            door.sinceNanos = nanos;
            return;
        }
        door.same = 2;
        if (look.contradicts()) {
            // A bolt that is drawn in a closed door is what unlocking looks like.
            boolean unlocking = door.held && look.shut();
            if (!unlocking && nanos - door.sinceNanos >= SETTLING.toNanos()) {
                door.state = DoorState.UNKNOWN;
            }
        } else if (look.shut()) {
            door.unlocked = door.unlocked && door.state == DoorState.CLOSED;
            door.forced = false;
            door.state = DoorState.CLOSED;
            door.seen = true;
        } else {
            opened(door, nanos);
        }
    }

    private void opened(Door door, long nanos) {
        if (door.state != DoorState.OPEN && !door.forced) {
            // Open when it was first looked at: by whom, nobody can tell any more, and that it is open is certain.
            door.forced = door.seen && !door.unlocked;
            door.openNanos = nanos;
        }
        door.seen = true;
        door.stuck = false;
        door.state = door.forced ? DoorState.UNKNOWN : DoorState.OPEN;
    }

    /** A door's lock is being held open. */
    void held(int door) {
        Door of = doors[door - 1];
        of.held = true;
        of.unlocked = true;
    }

    /** A door's lock was let go. */
    void letGo(int door) {
        doors[door - 1].held = false;
    }

    /** A door was unlocked and did not open. */
    void stuck(int door) {
        doors[door - 1].stuck = true;
    }

    boolean isStuck(int door) {
        return doors[door - 1].stuck;
    }

    /** Whether a door was looked at often enough since then for its state to count. */
    boolean settled(int door) {
        return doors[door - 1].same >= 2;
    }

    /** Before a state is asked for anew: what was seen earlier does not count. */
    void lookAgain(int door) {
        doors[door - 1].same = 0;
    }

    DoorState state(int door) {
        return doors[door - 1].state;
    }

    List<DoorState> states() {
        List<DoorState> states = new ArrayList<>();
        for (Door door : doors) {
            states.add(door.state);
        }
        return List.copyOf(states);
    }

    /** What is to be said about the doors, though the cabinet can be used. */
    Set<String> warnings(long nanos) {
        Set<String> warnings = new TreeSet<>();
        for (Door door : doors) {
            if (door.forced) {
                warnings.add("CABINET-DOOR-FORCED");
            } else if (door.seen && door.state == DoorState.UNKNOWN) {
                warnings.add("CABINET-DOOR-UNKNOWN");
            }
            if (door.state == DoorState.OPEN && nanos - door.openNanos >= leftOpenNanos) {
                warnings.add("CABINET-DOOR-LEFT-OPEN");
            }
            if (door.stuck) {
                warnings.add("CABINET-DOOR-STUCK");
            }
        }
        return warnings;
    }
}
