package banyan.kit.rig;

import banyan.conformance.PadRig;
import banyan.device.DeviceDriver;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A hand with a pen at the twin of the signature pad with a display. */
public final class StuPadTwin extends TwinRig implements PadRig {
    private static final int WIDTH = 10_800;
    private static final int HEIGHT = 6_480;
    private static final int PRESSURE = 1023;
    private static final int TOUCHING = 0x9000;

    public StuPadTwin(DeviceDriver driver) {
        super("stu-signature-pad", driver, Map.of("port", SIMULATOR.stuPadUri().toString()));
    }

    @Override
    public void draw(List<List<Point>> strokes) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("strokes");
        for (List<Point> stroke : strokes) {
            ArrayNode points = all.addArray();
            stroke.forEach(point ->
                    points.addArray().add(point.x()).add(point.y()).add(point.pressure()).add(point.millis()));
        }
        act("sign", json.toString());
    }

    @Override
    public byte[] onTheWire(List<Point> points) {
        ByteBuffer reports = ByteBuffer.allocate(7 * points.size());
        for (Point point : points) {
            reports.put((byte) 1)
                    .putShort((short) (TOUCHING | (int) Math.round(point.pressure() * PRESSURE)))
                    .putShort((short) Math.round(point.x() * WIDTH))
                    .putShort((short) Math.round(point.y() * HEIGHT));
        }
        return reports.array();
    }

    @Override
    public void makeNoise() {
        act("stray");
    }

    /** What the pad was told: how often to clear its display, and so on. */
    public ObjectNode pad() {
        return twinState();
    }
}
