package banyan.driver.webcam;

/** The driver {@code uvc-face-camera}. Never run with a camera. */
public final class UvcFaceDriver extends UvcModel {
    /** For the service loader. */
    public UvcFaceDriver() {
        super("uvc-face-camera", Use.FACE);
    }
}
