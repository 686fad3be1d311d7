package banyan.driver.stu;

import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.SignaturePad;

/** A pen pad with a display, by HID reports. */
final class StuPad extends DrivenDevice<StuWire> implements SignaturePad {
    StuPad(String id, StuWire wire) {
        super(id, wire);
    }

    @Override
    public Outcome<Capture> capture(InkListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().begin(turn, listener)).map(ink -> ink);
    }
}
