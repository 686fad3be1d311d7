package banyan.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said of a device: its last state, told once to its listener, and when the device itself last said something. */
final class Reports {
    private final String id;
    private volatile DeviceState last = new DeviceState.Opening();
    private volatile Heard heard = Heard.now();
    private volatile Device.@Nullable StateListener listener;

    Reports(String id) {
        this.id = id;
    }

    /** When the device last said something, on both clocks. */
    private record Heard(long nanos, Instant at) {
        static Heard now() {
            return new Heard(System.nanoTime(), Instant.now());
        }
    }

    void to(Device.StateListener stateListener) {
        listener = stateListener;
    }

    /** The device said something just now. */
    void heard() {
        heard = Heard.now();
    }

    /** The last state, unless nothing has been heard of a usable device for longer than it is believed. */
    DeviceState state(Duration believed) {
        DeviceState now = last;
        Heard word = heard;
        boolean stale = System.nanoTime() - word.nanos > believed.toNanos();
        return now.usable() && stale ? new DeviceState.Unknown(word.at) : now;
    }

    /** Tells a change; what has been told already is not told again. */
    void tell(DeviceState state) {
        if (state.equals(last)) {
            return;
        }
        last = state;
        Device.StateListener told = listener;
        if (told != null) {
            DeviceThread.tell(() -> told.changed(id, state));
        }
    }
}
