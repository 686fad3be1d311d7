package banyan.device;

import java.util.List;

/**
 * What every driver's device does in the same way: it passes the call on to the {@link DeviceThread} that owns its {@link Wire}.
 * A driver's device extends it, implements its class, such as {@link SignaturePad}, and adds that class's commands.
 *
 * @param <W> the driver's own wire, whose commands it runs
 */
public abstract class DrivenDevice<W extends Wire> {
    private final W wire;
    private final DeviceThread thread;

    /** A device with this id, on a thread of its own, at the end of this wire. */
    protected DrivenDevice(String id, W wire) {
        this.wire = wire;
        this.thread = new DeviceThread(id, wire);
    }

    /** The wire; only what runs on {@link #thread} may touch it, unless its driver says otherwise. */
    protected final W wire() {
        return wire;
    }

    /** The thread that runs this device's commands. */
    protected final DeviceThread thread() {
        return thread;
    }

    /** As {@link Device#id}. */
    public final String id() {
        return thread.id();
    }

    /** As {@link Device#state}. */
    public final DeviceState state() {
        return thread.state();
    }

    /** As {@link Device#nameplate}. */
    public final Nameplate nameplate() {
        return thread.nameplate();
    }

    /** As {@link Device#supplies}. */
    public final List<Supply> supplies() {
        return thread.supplies();
    }

    /** As {@link Device#parts}. */
    public final List<DevicePart> parts() {
        return thread.parts();
    }

    /** As {@link Device#tally}. */
    public final Tally tally() {
        return thread.tally();
    }

    /** As {@link Device#start}. */
    public final void start(Device.StateListener listener) {
        thread.start(listener);
    }

    /** As {@link Device#examine}. */
    public final Outcome<DeviceState> examine(Depth depth, Deadline deadline) {
        return thread.examine(depth, deadline);
    }

    /** As {@link Device#reset}. */
    public final Outcome<DeviceState> reset(Deadline deadline) {
        return thread.reset(deadline);
    }

    /** As {@link Device#forget}. */
    public final void forget() {
        thread.forget();
    }

    /** As {@link Device#close}. */
    public final void close() {
        thread.close();
    }
}
