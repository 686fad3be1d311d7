package banyan.driver.isdv4;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.SignaturePad;

/** A pen pad that speaks ISDv4. */
final class PenPad extends DrivenDevice<PadWire> implements SignaturePad {
    PenPad(DeviceSettings settings) {
        super(
                settings.id(),
                new PadWire(settings.get("port", ""), Integer.parseInt(settings.get("baud", Isdv4Driver.BAUD))));
    }

    @Override
    public Outcome<Capture> capture(InkListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().begin(turn, listener)).map(PadCapture::new);
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
