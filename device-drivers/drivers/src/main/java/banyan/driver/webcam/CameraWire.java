package banyan.driver.webcam;

import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.device.Wire;

/** What runs on a camera's thread, whichever way the camera is connected. */
sealed interface CameraWire extends Wire permits MjpegWire, UvcWire {
    Fault UNPLUGGED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "CAMERA-UNPLUGGED");
    Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "CAMERA-SILENT");
    Fault REPLACED = new Fault(Kind.CANCELLED, Remedy.RETRY, "CAMERA-REPLACED");
    Fault TOO_LARGE = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "CAMERA-PICTURE-TOO-LARGE");

    /** Begins the live picture, in place of an earlier one. */
    Outcome<Viewer> live(Turn turn, FrameListener listener);

    Outcome<Still> still(Turn turn);
}
