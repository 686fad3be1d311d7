package banyan.simulator.modbus;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Fields;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** A slave on its own serial cable, with the troubles that every such board can have. */
public final class Board implements AutoCloseable {
    /** The unit that the built-in boards have. */
    public static final int UNIT = 1;

    private enum Trouble {
        NONE,
        SILENT,
        GARBLED
    }

    private final String id;
    private final Slave slave;
    private final Traffic traffic = new Traffic(new ModbusWords());
    private final SerialWire wire;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile int answers;

    /** A board of this name whose terminals are these; they are touched under the lock of {@code bits} alone. */
    public Board(String id, Path folder, int baud, Bits bits) {
        this.id = id;
        this.slave = new Slave(UNIT, bits);
        byte[] falseStart = {UNIT, 2, 1};
        this.wire = new SerialWire(id, folder, baud, falseStart, true, new SerialWire.Listener() {
            @Override
            public void received(byte[] bytes, int count) {
                hear(bits, bytes, count);
            }

            @Override
            public void quiet() {
                slave.quiet();
            }
        }, traffic);
    }

    private void hear(Bits bits, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte[] answer;
            // A board that nobody hears still does what it is told.
            synchronized (bits) {
                answer = slave.take(bytes[i]);
            }
            if (answer.length > 0) {
                say(answer);
            }
        }
    }

    private void say(byte[] answer) {
        switch (trouble) {
            case NONE -> {
                answers++;
                wire.send(answer);
            }
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = answer.clone();
                garbled[garbled.length - 1] ^= 0x55;
                wire.send(garbled);
            }
        }
    }

    /** What passed over its cable last. */
    public Traffic traffic() {
        return traffic;
    }

    public Path port() {
        return wire.link();
    }

    public void silence() {
        trouble = Trouble.SILENT;
    }

    public void garble() {
        trouble = Trouble.GARBLED;
    }

    public void heal() {
        trouble = Trouble.NONE;
    }

    public void grade(Grade grade) {
        wire.grade(grade);
    }

    public void unplug() {
        wire.unplug();
    }

    public void plug() {
        wire.plug();
    }

    /** As after start, and plugged in. */
    public void reset() {
        wire.discardOutgoing();
        trouble = Trouble.NONE;
        answers = 0;
        wire.grade(Grade.IDEAL);
        wire.plug();
    }

    /** What there is to say about cable and board. */
    public ObjectNode state() {
        return Fields.JSON
                .createObjectNode()
                .put("id", id)
                .put("plugged", wire.plugged())
                .put("port", wire.link().toString())
                .put("open", wire.open())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()))
                .put("trouble", Fields.word(trouble))
                .put("answers", answers);
    }

    @Override
    public void close() {
        wire.close();
    }
}
