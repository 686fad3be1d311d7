package banyan.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was last said of a device: its thread writes it down and tells each change of state, and whoever asks may read it. */
final class LastWord {
    private final String id;
    private final Wire wire;
    private volatile DeviceState reported = new DeviceState.Opening();
    private volatile Heard heard = Heard.now();
    private volatile Device.@Nullable StateListener listener;
    private volatile Nameplate nameplate = Nameplate.BLANK;
    private volatile List<Supply> supplies = List.of();
    private volatile List<DevicePart> parts = List.of();
    private volatile Tally tally = Tally.NONE;

    LastWord(String id, Wire wire) {
        this.id = id;
        this.wire = wire;
    }

    void tellTo(Device.StateListener stateListener) {
        listener = stateListener;
    }

    /** What was last reported, unless nothing has been heard of the device for too long. */
    DeviceState state() {
        DeviceState last = reported;
        Heard word = heard;
        boolean stale = System.nanoTime() - word.nanos > wire.believedFor().toNanos();
        return last.usable() && stale ? new DeviceState.Unknown(word.at) : last;
    }

    Nameplate nameplate() {
        return nameplate;
    }

    List<Supply> supplies() {
        return supplies;
    }

    /** What the wire said last, unless the device is in no state to say anything. */
    List<DevicePart> parts() {
        List<DevicePart> last = parts;
        return switch (state()) {
            case DeviceState.Ready _, DeviceState.Busy _, DeviceState.NeedsHelp _ -> last;
            case DeviceState.Absent _, DeviceState.Opening _, DeviceState.Unknown _, DeviceState.Closed _ ->
                DevicePart.unheard(last);
        };
    }

    Tally tally() {
        return tally;
    }

    // From here on: the device's own thread.

    /** Takes over what the wire says now, but for the parts. */
    void read() {
        nameplate = wire.nameplate();
        supplies = List.copyOf(wire.supplies());
    }

    void readParts() {
        parts = List.copyOf(wire.parts());
    }

    void heard() {
        heard = Heard.now();
    }

    void count(Outcome<?> outcome) {
        tally = tally.after(outcome);
    }

    /** Whether this is another state than the last. */
    boolean becomes(DeviceState state) {
        if (state.equals(reported)) {
            return false;
        }
        reported = state;
        return true;
    }

    void tell(DeviceState state) {
        Device.StateListener told = listener;
        if (told != null) {
            DeviceThread.tell(() -> told.changed(id, state));
        }
    }

    /** When the device last said something, on both clocks. */
    private record Heard(long nanos, Instant at) {
        static Heard now() {
            return new Heard(System.nanoTime(), Instant.now());
        }
    }
}
