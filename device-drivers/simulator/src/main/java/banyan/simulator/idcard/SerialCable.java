package banyan.simulator.idcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Fields;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/** The serial line of a reader. */
final class SerialCable implements ReaderCable {
    private final int firstBaud;
    private final Traffic traffic = new Traffic(new SamWords());
    private final SerialWire wire;

    SerialCable(String name, Path folder, int baud, SerialWire.Listener module) {
        this.firstBaud = baud;
        this.wire = new SerialWire(name, folder, baud, SamFrames.preamble(), true, module, traffic);
    }

    SerialWire wire() {
        return wire;
    }

    @Override
    public void send(byte[] frame) {
        wire.send(frame);
    }

    @Override
    public void send(byte[] frame, BooleanSupplier holds, byte[] otherwise) {
        wire.send(frame, holds, otherwise);
    }

    @Override
    public void baud(int baud) {
        wire.baud(baud);
    }

    @Override
    public void plug() {
        wire.plug();
    }

    @Override
    public void unplug() {
        wire.unplug();
        wire.baud(firstBaud);
    }

    @Override
    public void renew() {
        wire.discardOutgoing();
        wire.grade(Grade.IDEAL);
        wire.baud(firstBaud);
        wire.plug();
    }

    @Override
    public void describe(ObjectNode state) {
        state.put("plugged", wire.plugged()).put("port", wire.link().toString());
        state.put("open", wire.open())
                .put("sending", !wire.idle())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()));
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        wire.close();
    }
}
