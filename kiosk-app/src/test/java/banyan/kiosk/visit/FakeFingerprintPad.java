package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.Outcome;
import banyan.simulator.finger.Impression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A pad on which a test has laid, one after the other, what each picture will be; when nothing is left nobody comes. */
final class FakeFingerprintPad extends FakeDevice implements FingerprintPad {
    private static final Fault GONE = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "FINGER-UNPLUGGED");
    private static final int WIDTH = 256;
    private static final int HEIGHT = 288;

    private final Queue<Outcome<FingerImage>> next = new ArrayDeque<>();
    final List<FingerImage> pictures = new ArrayList<>();
    boolean usable = true;
    boolean lifts = true;

    /** Somebody's finger, laid for this time. */
    void lay(int finger, int laying) {
        var image = new FingerImage(
                WIDTH, HEIGHT, 500, Impression.of(finger, laying).picture(WIDTH, HEIGHT));
        pictures.add(image);
        next.add(Outcome.done(image));
    }

    /** An empty pad's picture, in which nothing is to be found. */
    void layNothing() {
        byte[] grey = new byte[WIDTH * HEIGHT];
        java.util.Arrays.fill(grey, (byte) 0xFF);
        next.add(Outcome.done(new FingerImage(WIDTH, HEIGHT, 500, grey)));
    }

    void fail(String code) {
        next.add(Outcome.failed(new Fault(Fault.Kind.USER, Fault.Remedy.ASK_CITIZEN, code)));
    }

    void unplugs() {
        next.add(Outcome.failed(GONE));
    }

    @Override
    public Outcome<FingerImage> capture(Deadline deadline) {
        Outcome<FingerImage> laid = next.poll();
        return laid == null
                ? Outcome.failed(new Fault(Fault.Kind.USER, Fault.Remedy.ASK_CITIZEN, "FINGER-ABSENT"))
                : laid;
    }

    @Override
    public Outcome<Boolean> awaitLifted(Deadline deadline) {
        return Outcome.done(lifts);
    }

    @Override
    public String id() {
        return "fingerprint-pad";
    }

    @Override
    public DeviceState state() {
        return usable ? DeviceState.ready() : new DeviceState.Absent(GONE);
    }
}
