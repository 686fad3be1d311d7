package banyan.driver.webcam;

/** The driver {@code mjpeg-camera}. */
public final class MjpegDriver extends MjpegModel {
    /** For the service loader. */
    public MjpegDriver() {
        super("mjpeg-camera", Use.DOCUMENT);
    }
}
