package banyan.simulator.receipt;

import banyan.simulator.receipt.Mechanism.Mishap;
import banyan.simulator.receipt.Mechanism.Roll;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import banyan.simulator.wire.SocketServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The receipt printer's twin: ESC/POS on a serial port and on a TCP port, and every receipt that came out kept as it looks. */
public final class ReceiptPrinterTwin implements Twin {
    public static final String ID = "receipt-printer";
    private static final Set<String> ACTIONS = Set.of(
            "load",
            "low",
            "run-out",
            "open-cover",
            "close-cover",
            "jam-cutter",
            "clear-jam",
            "silence",
            "garble",
            "heal",
            "grade",
            "speed",
            "unplug",
            "plug",
            "power-off",
            "power-on");

    private static final int BAUD = 115_200;
    private static final int MOST_LINES = 1000;
    private static final int SLOWEST = 10_000;

    private final Mechanism mechanism = new Mechanism(this::unplug);
    private final Traffic traffic = new Traffic(new EscPosWords());
    private final SerialWire serial;
    private final SocketServer server;
    private final URI uri;

    public ReceiptPrinterTwin(Path folder) {
        byte[] falseStart = {0x37, 0x22, 'A'};
        this.serial = new SerialWire(
                ID, folder, BAUD, falseStart, false, (bytes, count) -> mechanism.hear(bytes, count, this::answer), traffic);
        this.server = new SocketServer(ID, 0, mechanism::hear, traffic);
        this.uri = URI.create("tcp://127.0.0.1:" + server.port());
        serial.plug();
    }

    private void answer(byte[] bytes) {
        serial.send(bytes);
    }

    @Override
    public String id() {
        return ID;
    }

    /** The name of the serial port a driver opens. */
    public Path port() {
        return serial.link();
    }

    /** The same printer on the network. */
    public URI uri() {
        return uri;
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
            case "load" -> fields.then(() -> mechanism.roll(Roll.ENOUGH), this::state);
            case "low" -> fields.then(() -> mechanism.roll(Roll.LOW), this::state);
            case "run-out" -> arrange(Mishap.OUT_OF_PAPER, fields);
            case "open-cover" -> arrange(Mishap.COVER_OPENED, fields);
            case "close-cover" -> fields.then(() -> mechanism.cover(false), this::state);
            case "jam-cutter" -> fields.then(mechanism::jamNextCut, this::state);
            case "clear-jam" -> fields.then(mechanism::clearJam, this::state);
            case "silence" -> arrange(Mishap.SILENCE, fields);
            case "garble" -> fields.then(mechanism::garbling, this::state);
            case "heal" -> fields.then(mechanism::heal, this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> serial.grade(grade), this::state);
            }
            case "speed" -> {
                int millis = fields.number("millisPerLine", 0, SLOWEST, 0);
                yield fields.then(() -> mechanism.millisPerLine(millis), this::state);
            }
            case "unplug" -> pull(Mishap.UNPLUGGED, fields);
            case "power-off" -> pull(Mishap.POWER_CUT, fields);
            case "plug", "power-on" -> fields.then(this::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Answer arrange(Mishap mishap, Fields fields) {
        int after = fields.number("afterLines", 0, MOST_LINES, 0);
        return fields.then(() -> mechanism.arrange(mishap, after), this::state);
    }

    /** Whoever pulls a plug now waits until it is out; in the middle of a receipt nobody waits. */
    private Answer pull(Mishap mishap, Fields fields) {
        int after = fields.number("afterLines", 0, MOST_LINES, 0);
        return fields.then(
                () -> {
                    if (after > 0) {
                        mechanism.arrange(mishap, after);
                        return;
                    }
                    if (mishap == Mishap.POWER_CUT) {
                        mechanism.powerOff();
                    }
                    unplug();
                },
                this::state);
    }

    private void unplug() {
        serial.unplug();
        server.unplug();
    }

    private void plug() {
        mechanism.powerOn();
        serial.plug();
        server.plug();
    }

    /** The receipts that came out, in their order; one that still hangs in the printer is the last. */
    public List<Slip> slips() {
        return mechanism.slips();
    }

    /** A receipt, counted from 1. */
    public Optional<Slip> slip(int number) {
        return slips().stream().filter(slip -> slip.number() == number).findFirst();
    }

    /** All receipts as JSON: number, cut, lines, codes. */
    public ArrayNode receipts() {
        ArrayNode list = Fields.JSON.createArrayNode();
        for (Slip slip : slips()) {
            ObjectNode entry = list.addObject();
            entry.put("number", slip.number()).put("cut", slip.cut());
            ArrayNode lines = entry.putArray("lines");
            slip.text().lines().forEach(lines::add);
            ArrayNode codes = entry.putArray("codes");
            slip.codes().forEach(codes::add);
        }
        return list;
    }

    @Override
    public ObjectNode state() {
        Mechanism.State now = mechanism.state();
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID)
                .put("plugged", serial.plugged())
                .put("open", serial.open() || server.open())
                .put("port", serial.link().toString())
                .put("uri", uri.toString())
                .put("grade", Fields.word(serial.grade()));
        state.put("roll", Fields.word(now.roll()))
                .put("coverOpen", now.coverOpen())
                .put("cutterJammed", now.knifeJammed())
                .put("silent", now.silent())
                .put("garbling", now.garbling())
                .put("powered", now.powered())
                .put("waitingBytes", now.waiting())
                .put("unknownCommands", now.unknownCommands())
                .put("linesTooLong", now.linesTooLong())
                .put("millisPerLine", now.millisPerLine())
                .put("receiptsOut", slips().size());
        return state;
    }

    @Override
    public void reset() {
        serial.discardOutgoing();
        serial.grade(Grade.IDEAL);
        mechanism.reset();
        serial.plug();
        server.plug();
    }

    @Override
    public void close() {
        serial.close();
        server.close();
        mechanism.close();
    }
}
