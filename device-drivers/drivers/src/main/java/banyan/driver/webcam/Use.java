package banyan.driver.webcam;

import banyan.device.Capability;
import banyan.device.Device;
import banyan.device.DeviceKind;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.util.Set;

/** What a camera looks at: which class of device it is, and the word its fault codes begin with. */
enum Use {
    /** The page on the tray. */
    DOCUMENT("CAMERA", DeviceKind.DOCUMENT_CAMERA),
    /** The person before the terminal. */
    FACE("FACE-CAMERA", DeviceKind.FACE_CAMERA);

    private final String word;
    private final DeviceKind kind;

    Use(String word, DeviceKind kind) {
        this.word = word;
        this.kind = kind;
    }

    String word() {
        return word;
    }

    DeviceKind kind() {
        return kind;
    }

    /** The device of this class at the end of that wire. */
    Device device(String id, CameraWire wire, Set<Capability> capabilities) {
        return switch (this) {
            case DOCUMENT -> new WebcamDevice(id, wire, capabilities);
            case FACE -> new FaceWebcam(id, wire, capabilities);
        };
    }

    Fault unplugged() {
        return new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, word + "-UNPLUGGED");
    }

    Fault cutOff() {
        return new Fault(Kind.DISCONNECTED, Remedy.RETRY, word + "-CUT-OFF");
    }

    Fault silent() {
        return new Fault(Kind.TIMEOUT, Remedy.RESET, word + "-SILENT");
    }

    Fault frozen() {
        return new Fault(Kind.HARDWARE, Remedy.RESET, word + "-FROZEN");
    }

    Fault busy() {
        return new Fault(Kind.BUSY, Remedy.RETRY, word + "-BUSY");
    }

    Fault replaced() {
        return new Fault(Kind.CANCELLED, Remedy.RETRY, word + "-REPLACED");
    }

    Fault refused(int httpStatus) {
        return new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, word + "-HTTP-%03d".formatted(httpStatus % 1000));
    }

    Fault notJpeg() {
        return new Fault(Kind.PROTOCOL, Remedy.RETRY, word + "-NOT-JPEG");
    }

    Fault pictureTooLarge() {
        return new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, word + "-PICTURE-TOO-LARGE");
    }

    Fault noStills() {
        return new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, word + "-NO-STILLS");
    }

    Fault libraryMissing() {
        return new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, word + "-LIBRARY-MISSING");
    }
}
