package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A cabinet of three cells whose doors a test opens and pushes to; it counts how often each was unlocked. */
final class FakeCabinet extends FakeDevice implements DocumentCabinet {
    static final Fault UNPLUGGED = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "CABINET-UNPLUGGED");
    static final int DOORS = 3;

    private final DoorState[] states = new DoorState[DOORS];
    final List<Integer> unlocked = new ArrayList<>();
    boolean plugged = true;
    Optional<String> fault = Optional.empty();

    /** Runs while a door is being unlocked, such as a look at what is on the disk by then. */
    Runnable whileUnlocking = () -> {};

    FakeCabinet() {
        Arrays.fill(states, DoorState.CLOSED);
    }

    /** A hand pushes it to. */
    void push(int door) {
        states[door - 1] = DoorState.CLOSED;
    }

    void stands(int door, DoorState state) {
        states[door - 1] = state;
    }

    @Override
    public int doors() {
        return DOORS;
    }

    @Override
    public Outcome<DoorState> open(int door, Deadline deadline) {
        if (!plugged) {
            return Outcome.failed(UNPLUGGED);
        }
        unlocked.add(door);
        whileUnlocking.run();
        if (fault.isPresent()) {
            return Outcome.failed(new Fault(Fault.Kind.HARDWARE, Fault.Remedy.CALL_STAFF, fault.get()));
        }
        states[door - 1] = DoorState.OPEN;
        return Outcome.done(DoorState.OPEN);
    }

    @Override
    public Outcome<DoorState> awaitClosed(int door, Deadline deadline) {
        return plugged ? Outcome.done(states[door - 1]) : Outcome.failed(UNPLUGGED);
    }

    @Override
    public List<DoorState> states() {
        return List.of(states);
    }

    @Override
    public String id() {
        return "document-cabinet";
    }

    @Override
    public DeviceState state() {
        return plugged ? DeviceState.ready() : new DeviceState.Absent(UNPLUGGED);
    }
}
