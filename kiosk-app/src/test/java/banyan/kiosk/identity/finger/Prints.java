package banyan.kiosk.identity.finger;

import banyan.device.FingerprintPad.FingerImage;
import banyan.simulator.finger.Impression;

/** Pictures of nobody's fingers, as a pad of four bits a point takes them. */
final class Prints {
    static final int WIDTH = 256;
    static final int HEIGHT = 288;
    private static final int DOTS_AN_INCH = 500;
    private static final int STEP = 17;

    private Prints() {}

    static FingerImage of(Impression impression) {
        byte[] grey = impression.picture(WIDTH, HEIGHT);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) ((grey[i] & 0xFF) / 16 * STEP);
        }
        return new FingerImage(WIDTH, HEIGHT, DOTS_AN_INCH, grey);
    }

    static FingerTemplate template(int finger, int laying) {
        return FingerTemplate.of(of(Impression.of(finger, laying)));
    }
}
