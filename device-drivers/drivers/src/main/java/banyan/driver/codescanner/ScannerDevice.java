package banyan.driver.codescanner;

import banyan.device.CodeScanner;
import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;

/** A code scanner, whichever way it is connected. */
final class ScannerDevice extends DrivenDevice<ScannerWire> implements CodeScanner {
    ScannerDevice(String id, ScannerWire wire) {
        super(id, wire);
    }

    @Override
    public Outcome<Listening> listen(CodeListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().listen(turn, listener)).map(ear -> ear);
    }
}
