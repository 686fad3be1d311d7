package banyan.device;

import java.time.Duration;
import java.util.List;

/**
 * A driver's half of a device: codec, transport and what to do with them. All methods run on the device's own thread and only
 * there, so a wire needs no locks. None throws for what a device may do.
 */
public interface Wire {
    /**
     * Opens the transport and makes the device ready: how it stands then, or why it is not there. What was opened half is freed
     * again by {@link #shut}.
     */
    Outcome<DeviceState> open(Turn turn);

    /**
     * Looks after the device between the commands: takes what it sends by itself, asks how it is. How it stands now; {@link
     * DeviceState.Absent} has it shut and looked for again.
     */
    DeviceState tend(Turn turn);

    /** Asks the device now how it is, whether or not it was asked a moment ago; a {@link #tend} that always asks needs no other. */
    default DeviceState examine(Turn turn) {
        return tend(turn);
    }

    /**
     * How long the device may be left alone before the next {@link #tend}. Where nothing is under way {@link Pace#between} says it; a
     * job, a picture or a listening keeps its own time.
     */
    Duration rest(Pace pace);

    /** How long the device's last word is believed; after that its state is {@link DeviceState.Unknown}. */
    Duration believedFor();

    /** What the device said it is, as far as it was asked. */
    default Nameplate nameplate() {
        return Nameplate.BLANK;
    }

    /** What it uses up, by its last word. */
    default List<Supply> supplies() {
        return List.of();
    }

    /**
     * Its parts, by its last word; asked for whenever a state was answered, and in agreement with it: see {@link DevicePart}. A part is
     * named as long as the device is the same piece, however it stands; that nothing is known of an absent device is said for it.
     */
    default List<DevicePart> parts() {
        return List.of();
    }

    /** Frees port, sockets and threads. Also called where nothing is open. */
    void shut();

    /** The last call, after {@link #shut}: the device was closed. */
    default void ended() {}

    /** Overwrites every byte of a citizen that is still held. */
    void forget();
}
