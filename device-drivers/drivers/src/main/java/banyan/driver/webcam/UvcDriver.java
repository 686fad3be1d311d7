package banyan.driver.webcam;

/** The driver {@code uvc-camera}. Never run with a camera. */
public final class UvcDriver extends UvcModel {
    /** For the service loader. */
    public UvcDriver() {
        super("uvc-camera", Use.DOCUMENT);
    }
}
