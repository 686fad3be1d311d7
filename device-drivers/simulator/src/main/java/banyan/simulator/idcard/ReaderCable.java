package banyan.simulator.idcard;

import banyan.simulator.traffic.Traffic;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/** What connects the module to the terminal: a serial line, or USB. */
interface ReaderCable extends AutoCloseable {
    void send(byte[] frame);

    /** Sends a frame for as long as {@code holds}; where it no longer does the frame breaks off and the other follows. */
    void send(byte[] frame, BooleanSupplier holds, byte[] otherwise);

    /** The terminal has asked for another speed. */
    void baud(int baud);

    void plug();

    void unplug();

    /** Ideal again, as after start. */
    void renew();

    void describe(ObjectNode state);

    Traffic traffic();

    @Override
    void close();
}
