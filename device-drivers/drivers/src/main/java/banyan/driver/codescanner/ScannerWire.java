package banyan.driver.codescanner;

import banyan.device.CodeScanner.CodeListener;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.device.Wire;

/** What runs on a scanner's thread, whichever way the scanner is connected. */
interface ScannerWire extends Wire {
    Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "CODE-SILENT");
    Fault REPLACED = new Fault(Kind.CANCELLED, Remedy.RETRY, "CODE-REPLACED");

    /** Of a scanner that is there and was never asked whether it works. */
    String NOT_ASKED = "CODE-NOT-ASKED";

    /** Begins to listen, in place of an earlier listening. */
    Outcome<Ear> listen(Turn turn, CodeListener listener);
}
