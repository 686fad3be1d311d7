package banyan.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** A loopback port that is bound but not listening: connections are refused, and no other program is given it. */
public final class Reservation {
    private final Socket socket;

    private Reservation(Socket socket) {
        this.socket = socket;
    }

    /** Empty if somebody was faster; plugging in again will say so. */
    public static Optional<Reservation> of(int port) {
        try {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(new Reservation(socket));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
