package banyan.kit.rig;

import banyan.conformance.FingerRig;
import banyan.device.DeviceDriver;
import banyan.device.FingerprintPad.FingerImage;
import banyan.simulator.finger.Impression;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A hand at the fingerprint pad's twin. */
public final class FingerprintPadTwin extends TwinRig implements FingerRig {
    private static final Duration SENDING = Duration.ofSeconds(2);

    /** Of one of the smaller modules: a third of the bytes of a larger one's picture. */
    private static final int SIDE = 160;

    /** So fast that a picture takes a tenth of a second, in place of the seconds that it takes on the desk. */
    private static final int BAUD = 1_000_000;

    public FingerprintPadTwin(DeviceDriver driver) {
        super(
                "fingerprint-pad",
                driver,
                Map.of(
                        "port",
                        SIMULATOR.fingerprintPadPort().toString(),
                        "width",
                        Integer.toString(SIDE),
                        "height",
                        Integer.toString(SIDE)));
        speed(BAUD);
        act("glass", "{\"width\": %d, \"height\": %d}".formatted(SIDE, SIDE));
    }

    /** From now on bytes come at this speed. */
    public void speed(int baud) {
        act("speed", "{\"baud\": " + baud + "}");
    }

    @Override
    public void lay(int finger, int laying) {
        lay(finger, laying, "");
    }

    private void lay(int finger, int laying, String more) {
        act("lay", "{\"seed\": %d, \"impression\": %d%s}".formatted(finger, laying, more));
    }

    @Override
    public void layPoorly(Flaw flaw) {
        lay(1, 1, ", \"skin\": \"" + flaw.name().toLowerCase(Locale.ROOT) + "\"");
    }

    @Override
    public void layMoving() {
        lay(1, 1, ", \"moving\": true");
    }

    @Override
    public void lift() {
        act("lift");
    }

    /** Somebody sets a password, until it is healed. */
    public void lock() {
        act("lock");
    }

    /** The sensor is broken, until it is healed. */
    public void breakSensor() {
        act("fail");
    }

    /** Waits until a part of a picture is on the line. */
    public void awaitSending() {
        long end = System.nanoTime() + SENDING.toNanos();
        while (!twinState().path("sending").booleanValue(false) || received("0A") == 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("nobody asked for a picture");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** How often a command, such as {@code 06}, was received. */
    public int received(String command) {
        return twinState().path("commands").path(command).intValue(0);
    }

    /** Which commands were received. */
    public Collection<String> received() {
        return twinState().path("commands").propertyNames();
    }

    @Override
    public byte[] shown(int finger, int laying) {
        return Impression.of(finger, laying).picture(SIDE, SIDE);
    }

    @Override
    public byte[] onTheWire(FingerImage image) {
        byte[] packed = new byte[image.grey().length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) (image.grey()[2 * i] & 0xF0 | image.grey()[2 * i + 1] & 0x0F);
        }
        return packed;
    }

    @Override
    public void makeNoise() {
        act("grade", "{\"grade\": \"hostile\"}");
    }

    @Override
    public void heal() {
        act("grade", "{\"grade\": \"ideal\"}");
        super.heal();
    }
}
