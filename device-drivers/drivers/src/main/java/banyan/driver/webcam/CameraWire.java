package banyan.driver.webcam;

import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.Still;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.device.Wire;

/** What runs on a camera's thread, whichever way the camera is connected. */
sealed interface CameraWire extends Wire permits MjpegWire, UvcWire {
    /** Begins the live picture, in place of an earlier one. */
    Outcome<Viewer> live(Turn turn, FrameListener listener);

    Outcome<Still> still(Turn turn);
}
