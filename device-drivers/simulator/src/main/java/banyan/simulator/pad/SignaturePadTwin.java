package banyan.simulator.pad;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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

    private enum Pace {
        /** Points come at their times. */
        REAL,
        /** Points come as fast as the line carries them. */
        FAST
    }

    private enum Trouble {
        NONE,
        SILENT,
        GARBLED
    }

    private final Fixtures fixtures;
    private final SerialWire wire;
    private boolean started;
    private Trouble trouble = Trouble.NONE;
    private int packets;
    private volatile @Nullable Thread playing;

    public SignaturePadTwin(Path folder, int baud, Fixtures fixtures) {
        this.fixtures = fixtures;
        byte[] falseStart = {(byte) 0xA1, 0x10, 0x10, 0x10};
        this.wire = new SerialWire(ID, folder, baud, falseStart, false, this::hear);
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
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "sign" -> sign(fields);
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

    private Answer sign(Fields fields) {
        Optional<JsonNode> given = fields.any("strokes");
        Optional<String> name = fields.text("signature");
        Pace pace = fields.choice("pace", Pace.class, Pace.REAL);
        boolean wait = fields.flag("wait", true);
        if (given.isPresent() == name.isPresent()) {
            fields.mistaken("give either strokes or the name of a signature");
        }
        Optional<Strokes> strokes =
                given.or(() -> name.flatMap(file -> fixture(file, fields))).flatMap(json -> Strokes.read(json, fields));
        Thread[] player = new Thread[1];
        Answer answer = fields.then(() -> strokes.ifPresent(drawn -> player[0] = play(drawn, pace)), this::state);
        if (wait && player[0] != null) {
            awaitEnd(player[0]);
            return new Answer.Done(state());
        }
        return answer;
    }

    private Optional<JsonNode> fixture(String name, Fields fields) {
        Optional<byte[]> bytes =
                fixtures.bytes(Fixtures.Kind.SIGNATURES, name.endsWith(".json") ? name : name + ".json");
        Optional<JsonNode> strokes = bytes.flatMap(read ->
                        Fields.parse(new String(read, StandardCharsets.UTF_8)).object())
                .map(json -> json.path("strokes"));
        if (strokes.isEmpty()) {
            fields.mistaken("there is no signature fixture of that name");
        }
        return strokes;
    }

    /** A second signature ends the one that is being drawn. */
    private Thread play(Strokes strokes, Pace pace) {
        stopPlaying();
        Thread player = Thread.ofPlatform().daemon().name(ID + " pen").unstarted(() -> draw(strokes, pace));
        playing = player;
        player.start();
        return player;
    }

    private void draw(Strokes strokes, Pace pace) {
        long begun = System.nanoTime();
        for (List<Strokes.Point> stroke : strokes.strokes()) {
            Strokes.Point first = stroke.getFirst();
            if (!awaitTime(begun, first, pace)) {
                return;
            }
            pen(PenPackets.hovering(x(first), y(first)));
            for (Strokes.Point point : stroke) {
                if (!awaitTime(begun, point, pace)) {
                    return;
                }
                pen(PenPackets.touching(x(point), y(point), pressure(point)));
            }
            Strokes.Point last = stroke.getLast();
            pen(PenPackets.hovering(x(last), y(last)));
        }
        pen(PenPackets.gone());
        while (!wire.idle() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean awaitTime(long begun, Strokes.Point point, Pace pace) {
        long due = begun + TimeUnit.MILLISECONDS.toNanos(point.millis());
        while (pace == Pace.REAL && due - System.nanoTime() > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return !Thread.currentThread().isInterrupted();
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

    private synchronized void pen(byte[] packet) {
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
        stopPlaying();
        wire.unplug();
        synchronized (this) {
            started = false;
        }
    }

    private void stopPlaying() {
        Thread player = playing;
        playing = null;
        if (player != null) {
            player.interrupt();
            awaitEnd(player);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void reset() {
        stopPlaying();
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
        Thread player = playing;
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID)
                .put("plugged", wire.plugged())
                .put("port", wire.link().toString());
        state.put("open", wire.open())
                .put("sending", !wire.idle())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()));
        state.put("trouble", Fields.word(trouble)).put("started", started).put("packets", packets);
        state.put("drawing", player != null && player.isAlive());
        return state;
    }

    @Override
    public void close() {
        stopPlaying();
        wire.close();
    }
}
