package banyan.driver.isdv4;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Outcome;
import banyan.device.SignaturePad;

/** A pen pad that speaks ISDv4. */
final class PenPad implements SignaturePad {
    private final DeviceThread thread;
    private final PadWire wire;

    PenPad(DeviceSettings settings) {
        wire = new PadWire(settings.get("port", ""), Integer.parseInt(settings.get("baud", Isdv4Driver.BAUD)));
        thread = new DeviceThread(settings.id(), wire);
    }

    @Override
    public String id() {
        return thread.id();
    }

    @Override
    public DeviceState state() {
        return thread.state();
    }

    @Override
    public void start(StateListener listener) {
        thread.start(listener);
    }

    @Override
    public Outcome<Capture> capture(InkListener listener, Deadline deadline) {
        return thread.run(deadline, turn -> wire.begin(turn, listener)).map(PadCapture::new);
    }

    @Override
    public Outcome<DeviceState> reset(Deadline deadline) {
        return thread.reset(deadline);
    }

    @Override
    public void forget() {
        thread.forget();
    }

    @Override
    public void close() {
        thread.close();
    }

    /** A running capture, as its caller holds it. */
    private static final class PadCapture implements Capture {
        private final PadWire.Ink ink;

        PadCapture(PadWire.Ink ink) {
            this.ink = ink;
        }

        @Override
        public double aspect() {
            return ink.aspect();
        }

        @Override
        public void clear() {
            // These pads have no display of their own.
        }

        @Override
        public void close() {
            ink.end();
        }
    }
}
