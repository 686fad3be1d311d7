package banyan.kit.transcript;

import banyan.conformance.Tap;
import banyan.device.DeviceSettings;

/** Hears what passes over a relay and keeps it without what is somebody's. */
public interface Recording extends Tap {
    /** What was recorded so far. */
    Transcript transcript();

    /** The recording that fits these settings: of a HID device that is shared by USB/IP, or of a line of bytes. */
    static Recording of(String model, Mask mask, DeviceSettings settings) {
        return settings.get("port", "").startsWith("usbip://") ? new HidRecorder(model, mask) : new Recorder(model, mask);
    }
}
