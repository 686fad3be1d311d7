package banyan.driver.modbus;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.modbus.Frames.Expected;
import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Modbus TCP: the same messages behind a header with their length, on one connection. */
final class TcpLink implements Link {
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration THINKING = Duration.ofMillis(500);

    /** How long a read may hold the thread before it is asked again whether its work is still wanted. */
    private static final int STEP_MILLIS = 20;

    /** Transaction, protocol, length. */
    private static final int HEADER = 6;

    private final Socket socket;
    private final InputStream in;
    private final Faults faults;
    private int transaction;
    private boolean gone;

    private TcpLink(Socket socket, InputStream in, Faults faults) {
        this.socket = socket;
        this.in = in;
        this.faults = faults;
    }

    static Outcome<Link> open(String host, int port, Faults faults) {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTING.toMillis());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(STEP_MILLIS);
            return Outcome.done(new TcpLink(socket, socket.getInputStream(), faults));
        } catch (IOException _) {
            close(socket);
            return Outcome.failed(faults.unplugged());
        }
    }

    @Override
    public Outcome<byte[]> exchange(Turn turn, ModbusRequest request, Expected expected) {
        transaction = transaction + 1 & 0xFFFF;
        request.setTransactionID(transaction);
        Deadline limit = Deadline.in(THINKING);
        try {
            socket.getOutputStream().write(Frames.message(request, false));
            while (true) {
                byte[] header = new byte[HEADER];
                Optional<Fault> cut = fill(turn, limit, header);
                if (cut.isPresent()) {
                    return Outcome.failed(cut.get());
                }
                int length = word(header, 4);
                if (word(header, 2) != Modbus.DEFAULT_PROTOCOL_ID || length < 3 || length > Frames.LONGEST) {
                    // There is no finding the next header in a stream: the connection is made anew.
                    gone = true;
                    return Outcome.failed(faults.garbled());
                }
                byte[] message = new byte[length];
                cut = fill(turn, limit, message);
                if (cut.isPresent()) {
                    // The rest would be taken for a header.
                    gone = true;
                    return Outcome.failed(cut.get());
                }
                // An answer to an earlier question that was given up is passed over.
                if (word(header, 0) == transaction) {
                    return answered(turn, message, expected);
                }
            }
        } catch (IOException _) {
            gone = true;
            return Outcome.failed(faults.unplugged());
        }
    }

    private Outcome<byte[]> answered(Turn turn, byte[] message, Expected expected) {
        int function = message[1] & 0xFF;
        boolean fits = (message[0] & 0xFF) == expected.unit()
                && (function == (expected.function() | Modbus.EXCEPTION_OFFSET)
                        || function == expected.function()
                                && message.length == expected.length() - 2
                                && (expected.bytes() == 0 || (message[2] & 0xFF) == expected.bytes()));
        if (!fits) {
            return Outcome.failed(faults.garbled());
        }
        turn.heard();
        return Outcome.done(message);
    }

    /** Why it could not be filled; empty if it was. */
    private Optional<Fault> fill(Turn turn, Deadline limit, byte[] into) throws IOException {
        int count = 0;
        while (count < into.length) {
            Optional<Fault> over = turn.over();
            if (over.isPresent() || limit.passed()) {
                gone = gone || count > 0;
                return over.or(() -> Optional.of(faults.silent()));
            }
            try {
                int arrived = in.read(into, count, into.length - count);
                if (arrived < 0) {
                    gone = true;
                    return Optional.of(faults.unplugged());
                }
                count += arrived;
            } catch (SocketTimeoutException _) {
                // Asked again whether to go on.
            }
        }
        return Optional.empty();
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    @Override
    public Optional<Fault> lost() {
        return gone ? Optional.of(faults.unplugged()) : Optional.empty();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed all the same.
        }
    }

    @Override
    public void close() {
        gone = true;
        close(socket);
    }
}
