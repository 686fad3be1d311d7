package banyan.simulator.pad;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.usb.HidGadget;
import banyan.simulator.usb.UsbIpServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Wacom STU-540's twin on USB: a display of 800 by 480, pen reports {@code 01}, and the feature reports of pabloko/Wacom-STU-WebHID.
 * A pen report's first four bits are near (one) and touching (three), the next twelve the pressure, then x and y, big-endian.
 */
public final class StuPadTwin implements Twin {
    public static final String ID = "stu-signature-pad";

    static final int GREATEST_X = 10_800;
    static final int GREATEST_Y = 6_480;
    static final int GREATEST_PRESSURE = 1023;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int WACOM = 0x056A;
    private static final int STU_540 = 0x00A8;
    private static final byte PEN = 0x01;
    private static final Set<String> ACTIONS = Set.of("sign", "stray", "silence", "heal", "unplug", "plug");

    private final Traffic traffic = new Traffic(new StuWords());
    private final UsbIpServer server;
    private final Pen pen;
    private boolean stray;
    private int reports;
    private int cleared;
    private boolean inking;
    private byte[] area = new byte[0];

    /** @param port 0 for any free one */
    public StuPadTwin(int port, Fixtures fixtures) {
        HidGadget gadget = new HidGadget(
                WACOM, STU_540, List.of("Wacom Co.,Ltd.", "STU-540", "SIM0000540"), descriptor(), new Features());
        this.server = new UsbIpServer(ID, port, gadget, traffic);
        this.pen = new Pen(ID, fixtures, new Surface());
    }

    /** A vendor's page: input reports 01 and 34, feature reports with their sizes. */
    private static byte[] descriptor() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex("0600ff0901a101150026ff007508"));
        int[][] inputs = {{0x01, 6}, {0x34, 10}};
        int[][] features = {{0x08, 16}, {0x09, 16}, {0x0F, 16}, {0x20, 1}, {0x21, 1}, {0x2A, 8}};
        for (int[] input : inputs) {
            bytes.writeBytes(report(input, 0x81));
        }
        for (int[] feature : features) {
            bytes.writeBytes(report(feature, 0xB1));
        }
        bytes.write(0xC0);
        return bytes.toByteArray();
    }

    /** A report's number, how many bytes it has, and that it is data. */
    private static byte[] report(int[] numberAndBytes, int kind) {
        byte number = (byte) numberAndBytes[0];
        return new byte[] {(byte) 0x85, number, (byte) 0x95, (byte) numberAndBytes[1], 0x09, 1, (byte) kind, 2};
    }

    /** What the terminal asks and sets. */
    private final class Features implements HidGadget.Features {
        @Override
        public Optional<byte[]> get(int number) {
            return feature(number);
        }

        @Override
        public boolean set(byte[] report) {
            return order(report);
        }
    }

    private synchronized Optional<byte[]> feature(int number) {
        ByteBuffer report = ByteBuffer.allocate(17).put((byte) number);
        return switch (number) {
            case 0x08 ->
                Optional.of(report.put("STU-540".getBytes(StandardCharsets.US_ASCII))
                        .put(new byte[] {1, 0, 4, 2})
                        .array());
            case 0x09 ->
                Optional.of(report.putShort((short) GREATEST_X)
                        .putShort((short) GREATEST_Y)
                        .putShort((short) GREATEST_PRESSURE)
                        .putShort((short) WIDTH)
                        .putShort((short) HEIGHT)
                        .put((byte) 200)
                        .array());
            case 0x0F ->
                Optional.of(report.put("SIM0000540".getBytes(StandardCharsets.US_ASCII)).array());
            default -> Optional.empty();
        };
    }

    private synchronized boolean order(byte[] report) {
        switch (report[0]) {
            case 0x20 -> cleared++;
            case 0x21 -> inking = report.length > 1 && report[1] == 1;
            case 0x2A -> area = Arrays.copyOfRange(report, 1, report.length);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Where a driver finds it. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "sign" -> pen.sign(fields, this::state);
            case "stray" -> fields.then(() -> stray(true), this::state);
            case "silence" -> fields.then(() -> server.silent(true), this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(this::unplug, this::state);
            case "plug" -> fields.then(server::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private synchronized void stray(boolean now) {
        stray = now;
    }

    private void heal() {
        stray(false);
        server.silent(false);
    }

    private void unplug() {
        pen.stop();
        server.unplug();
    }

    /** What the pen does, as reports. */
    private final class Surface implements Pen.Surface {
        @Override
        public void hovering(Strokes.Point point) {
            send(0x8, 0, point);
        }

        @Override
        public void touching(Strokes.Point point) {
            // A pen that touches presses at least a little.
            send(0x9, Math.max(1, (int) Math.round(point.pressure() * GREATEST_PRESSURE)), point);
        }

        @Override
        public void gone() {
            send(0, 0, new Strokes.Point(0, 0, 0, 0));
        }

        @Override
        public boolean idle() {
            return server.idle();
        }
    }

    private synchronized void send(int flags, int pressure, Strokes.Point point) {
        if (stray) {
            server.push(HidGadget.INPUT, new byte[] {PEN, (byte) 0x93});
            server.push(HidGadget.INPUT, new byte[] {0x77, 1, 2, 3, 4, 5, 6});
            server.push(HidGadget.INPUT, new byte[] {PEN, (byte) 0x93, 0, -1, -1, -1, -1});
        }
        reports++;
        server.push(
                HidGadget.INPUT,
                ByteBuffer.allocate(7)
                        .put(PEN)
                        .putShort((short) (flags << 12 | pressure))
                        .putShort((short) Math.round(point.x() * GREATEST_X))
                        .putShort((short) Math.round(point.y() * GREATEST_Y))
                        .array());
    }

    @Override
    public void reset() {
        pen.stop();
        heal();
        synchronized (this) {
            reports = 0;
            cleared = 0;
            inking = false;
            area = new byte[0];
        }
        server.plug();
    }

    @Override
    public synchronized ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", server.plugged()).put("port", uri().toString());
        state.put("taken", server.taken()).put("stray", stray).put("reports", reports);
        state.put("cleared", cleared).put("inking", inking).put("area", HexFormat.of().formatHex(area));
        state.put("drawing", pen.writing());
        return state;
    }

    @Override
    public void close() {
        pen.stop();
        server.close();
    }
}
