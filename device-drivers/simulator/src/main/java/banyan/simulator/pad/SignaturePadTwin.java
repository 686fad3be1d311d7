package banyan.simulator.pad;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The signature pad's twin: answers {@code 0} (stop), {@code 1} (start) and {@code *} (query), and sends a pen packet
 * for every point that is drawn on it while it is started.
 */
public final class SignaturePadTwin implements Twin {
    public static final String ID = "signature-pad";

    /** A surface of 96 by 60 mm at the protocol's 100 points a millimetre. */
    static final int GREATEST_X = 9600;

    static final int GREATEST_Y = 6000;
    static final int GREATEST_PRESSURE = 1023;
    private static final int VERSION = 0x0101;
    private static final Set<String> ACTIONS = Set.of("sign", "silence", "garble", "heal", "grade", "unplug", "plug");

    private enum Trouble {
        NONE,
        SILENT,
        GARBLED
    }

    private final Traffic traffic = new Traffic(new PenWords());
    private final SerialWire wire;
    private boolean started;
    private Trouble trouble = Trouble.NONE;
    private int packets;
    private final Pen pen;

    public SignaturePadTwin(Path folder, int baud, Fixtures fixtures) {
        this.pen = new Pen(ID, fixtures, new Surface());
        byte[] falseStart = {(byte) 0xA1, 0x10, 0x10, 0x10};
        this.wire = new SerialWire(ID, folder, baud, falseStart, false, this::hear, traffic);
        wire.plug();
    }

    @Override
    public String id() {
        return ID;
    }

    /** The name of the port a driver opens. */
    public Path port() {
        return wire.link();
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
            case "silence" -> fields.then(() -> trouble(Trouble.SILENT), this::state);
            case "garble" -> fields.then(() -> trouble(Trouble.GARBLED), this::state);
            case "heal" -> fields.then(() -> trouble(Trouble.NONE), this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> wire.grade(grade), this::state);
            }
            case "unplug" -> fields.then(this::unplug, this::state);
            case "plug" -> fields.then(wire::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private static int x(Strokes.Point point) {
        return (int) Math.round(point.x() * GREATEST_X);
    }

    private static int y(Strokes.Point point) {
        return (int) Math.round(point.y() * GREATEST_Y);
    }

    /** A pen that touches presses at least a little. */
    private static int pressure(Strokes.Point point) {
        return Math.max(1, (int) Math.round(point.pressure() * GREATEST_PRESSURE));
    }

    /** What the pen does, as packets. */
    private final class Surface implements Pen.Surface {
        @Override
        public void hovering(Strokes.Point point) {
            send(PenPackets.hovering(x(point), y(point)));
        }

        @Override
        public void touching(Strokes.Point point) {
            send(PenPackets.touching(x(point), y(point), pressure(point)));
        }

        @Override
        public void gone() {
            send(PenPackets.gone());
        }

        @Override
        public boolean idle() {
            return wire.idle();
        }
    }

    private synchronized void send(byte[] packet) {
        if (started && trouble != Trouble.SILENT) {
            packets++;
            say(packet);
        }
    }

    private synchronized void hear(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            switch (bytes[i]) {
                case PenPackets.STOP -> {
                    started = false;
                    wire.discardOutgoing();
                }
                case PenPackets.START -> started = true;
                case PenPackets.QUERY -> {
                    // A tablet stops sampling to answer.
                    started = false;
                    say(PenPackets.queryAnswer(GREATEST_X, GREATEST_Y, GREATEST_PRESSURE, VERSION));
                }
                default -> {}
            }
        }
    }

    private void say(byte[] packet) {
        switch (trouble) {
            case NONE -> wire.send(packet);
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = packet.clone();
                for (int i = 0; i < garbled.length; i++) {
                    garbled[i] = (byte) ((garbled[i] & 0x7F) ^ 0x2B);
                }
                wire.send(garbled);
            }
        }
    }

    private synchronized void trouble(Trouble now) {
        trouble = now;
    }

    private void unplug() {
        pen.stop();
        wire.unplug();
        synchronized (this) {
            started = false;
        }
    }

    @Override
    public void reset() {
        pen.stop();
        wire.discardOutgoing();
        synchronized (this) {
            trouble = Trouble.NONE;
            packets = 0;
            wire.grade(Grade.IDEAL);
        }
        wire.plug();
    }

    @Override
    public synchronized ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID)
                .put("plugged", wire.plugged())
                .put("port", wire.link().toString());
        state.put("open", wire.open())
                .put("sending", !wire.idle())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()));
        state.put("trouble", Fields.word(trouble)).put("started", started).put("packets", packets);
        state.put("drawing", pen.writing());
        return state;
    }

    @Override
    public void close() {
        pen.stop();
        wire.close();
    }
}
