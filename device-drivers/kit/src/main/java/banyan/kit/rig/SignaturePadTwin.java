package banyan.kit.rig;

import banyan.conformance.PadRig;
import banyan.device.DeviceDriver;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A hand with a pen at the signature pad's twin. */
public final class SignaturePadTwin extends TwinRig implements PadRig {
    private static final Duration STARTING = Duration.ofSeconds(2);
    private static final int WIDTH = 9600;
    private static final int HEIGHT = 6000;
    private static final int PRESSURE = 1023;

    public SignaturePadTwin(DeviceDriver driver) {
        super(
                "signature-pad",
                driver,
                Map.of("port", SIMULATOR.signaturePadPort().toString(), "baud", "115200"));
    }

    @Override
    public void draw(List<List<Point>> strokes) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("strokes");
        for (List<Point> stroke : strokes) {
            ArrayNode points = all.addArray();
            for (Point point : stroke) {
                points.addArray()
                        .add(point.x())
                        .add(point.y())
                        .add(point.pressure())
                        .add(point.millis());
            }
        }
        awaitStarted();
        act("sign", json.toString());
    }

    /** The pad is started by one byte without an answer; nobody writes before it has arrived. */
    private void awaitStarted() {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!twinState().path("started").booleanValue(false)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("nobody started the pad");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public byte[] onTheWire(List<Point> points) {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        for (Point point : points) {
            int x = (int) Math.round(point.x() * WIDTH);
            int y = (int) Math.round(point.y() * HEIGHT);
            int pressure = (int) Math.round(point.pressure() * PRESSURE);
            packets.write(0xA1);
            packets.write(x >> 9);
            packets.write(x >> 2 & 0x7F);
            packets.write(y >> 9);
            packets.write(y >> 2 & 0x7F);
            packets.write(pressure & 0x7F);
            packets.write((x & 3) << 5 | (y & 3) << 3 | pressure >> 7);
            packets.write(0);
            packets.write(0);
        }
        return packets.toByteArray();
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
