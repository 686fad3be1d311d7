package banyan.driver.webcam;

/** The driver {@code mjpeg-face-camera}. */
public final class MjpegFaceDriver extends MjpegModel {
    /** For the service loader. */
    public MjpegFaceDriver() {
        super("mjpeg-face-camera", Use.FACE);
    }
}
