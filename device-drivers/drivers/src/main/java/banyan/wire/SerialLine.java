package banyan.wire;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Optional;

/**
 * An open serial line, eight data bits, no parity, one stop bit, used by one thread. Once it is gone it stays gone: a replugged
 * device is a new line.
 *
 * <p>It is read by asking what has arrived, not by the library's listener: after an unplug that listener reports in a hot loop
 * until the port is closed, and a blocking read of the library counts its time in tenths of a second.
 */
public final class SerialLine implements ByteLine {
    /**
     * At most so many bytes are taken at once: the library keeps what it read last in memory of its own, which nobody can
     * overwrite but the next read.
     */
    private static final int PORTION = 64;

    /** The port never holds more than so many bytes that are not on the wire yet: what is called off is called off soon. */
    private static final int AHEAD = 1024;

    private static final int EACCES = 13;

    private final SerialPort port;
    private final Fault unplugged;
    private boolean gone;

    private SerialLine(SerialPort port, Fault unplugged) {
        this.port = port;
        this.unplugged = unplugged;
    }

    /**
     * Opens a line.
     *
     * @param path of the device file; links are followed now and never again, so each opening looks anew
     * @param device the word that the fault codes begin with, such as {@code READER}
     */
    public static Outcome<SerialLine> open(String path, int baud, String device) {
        Fault absent = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, device + "-UNPLUGGED");
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException _) {
            return Outcome.failed(absent);
        }
        boolean _ = port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        boolean _ = port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (port.openPort()) {
            return Outcome.done(new SerialLine(port, absent));
        }
        return Outcome.failed(
                port.getLastErrorCode() == EACCES
                        ? new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, device + "-PORT-FORBIDDEN")
                        : new Fault(Kind.BUSY, Remedy.CALL_STAFF, device + "-PORT-TAKEN"));
    }

    @Override
    public Optional<Fault> lost() {
        gone = gone || port.bytesAvailable() < 0;
        return gone ? Optional.of(unplugged) : Optional.empty();
    }

    @Override
    public void discard() {
        byte[] portion = new byte[PORTION];
        while (read(portion, 0) > 0) {
            // What is not read cannot be mistaken for the next answer.
        }
    }

    /** Sends all of it. */
    public Outcome<Boolean> write(byte[] bytes) {
        gone = gone || port.writeBytes(bytes, bytes.length) != bytes.length;
        return gone ? Outcome.failed(unplugged) : Outcome.done(true);
    }

    @Override
    public int offer(byte[] bytes, int from, int to) {
        int waiting = gone ? -1 : port.bytesAwaitingWrite();
        if (waiting < 0) {
            gone = true;
            return -1;
        }
        int most = Math.min(to - from, AHEAD - waiting);
        if (most <= 0) {
            return 0;
        }
        int count = port.writeBytes(bytes, most, from);
        gone = count < 0;
        return count;
    }

    @Override
    public int read(byte[] into, int at) {
        int available = gone ? -1 : port.bytesAvailable();
        if (available == 0) {
            return 0;
        }
        int most = Math.min(PORTION, Math.min(into.length - at, available));
        int count = available < 0 ? -1 : port.readBytes(into, most, at);
        gone = count < 0;
        return count;
    }

    @Override
    public void close() {
        gone = true;
        boolean _ = port.closePort();
    }
}
