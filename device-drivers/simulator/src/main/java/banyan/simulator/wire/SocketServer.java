package banyan.simulator.wire;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Raw bytes on a loopback port of its own, as printers take them on port 9100: while it is unplugged nobody answers there, and after
 * it is plugged in again it has the same port.
 */
public final class SocketServer implements AutoCloseable {
    /** The device that listens. Called on the connection's own thread; what it says goes back by {@code answers}. */
    public interface Listener {
        void received(byte[] bytes, int count, Consumer<byte[]> answers);
    }

    private static final int BACKLOG = 8;

    private final String name;
    private final Listener listener;
    private final Traffic traffic;
    private final int port;
    private @Nullable Plugged plugged;
    private Optional<Reservation> reservation = Optional.empty();

    private record Plugged(ServerSocket server, Thread door, Set<Socket> open) {}

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @param traffic is told what passes
     */
    public SocketServer(String name, int port, Listener listener, Traffic traffic) {
        this.name = name;
        this.listener = listener;
        this.traffic = traffic;
        Plugged first = listen(port);
        this.port = first.server().getLocalPort();
        this.plugged = first;
    }

    public int port() {
        return port;
    }

    public synchronized boolean plugged() {
        return plugged != null;
    }

    /** Whether a driver is connected. */
    public synchronized boolean open() {
        return plugged != null && !plugged.open().isEmpty();
    }

    public synchronized void plug() {
        if (plugged == null) {
            reservation.ifPresent(Reservation::release);
            plugged = listen(port);
        }
    }

    /** Cuts every connection and refuses new ones. */
    public synchronized void unplug() {
        Plugged cut = plugged;
        if (cut == null) {
            return;
        }
        plugged = null;
        try {
            cut.server().close();
            // The last thread inside a call closes the socket, and until then the port is not free.
            Ending.await(cut.door());
            for (Socket connection : cut.open()) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reservation = Reservation.of(port);
    }

    @Override
    public synchronized void close() {
        unplug();
        reservation.ifPresent(Reservation::release);
    }

    private Plugged listen(int wanted) {
        try {
            ServerSocket server = new ServerSocket(wanted, BACKLOG, InetAddress.getLoopbackAddress());
            Set<Socket> open = ConcurrentHashMap.newKeySet();
            Thread door = Thread.ofPlatform().daemon().name(name + " door").start(() -> accept(server, open));
            return new Plugged(server, door, open);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot have port " + wanted + " on loopback", e);
        }
    }

    private void accept(ServerSocket server, Set<Socket> open) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                open.add(connection);
                var _ = Thread.ofVirtual().name(name).start(() -> listen(connection, open));
            } catch (IOException _) {
                // Unplugged; the loop's condition sees it.
            }
        }
    }

    private void listen(Socket connection, Set<Socket> open) {
        byte[] buffer = new byte[1024];
        try (connection) {
            connection.setTcpNoDelay(true);
            OutputStream out = connection.getOutputStream();
            for (int count = connection.getInputStream().read(buffer);
                    count >= 0;
                    count = connection.getInputStream().read(buffer)) {
                traffic.passed(Way.TO_DEVICE, buffer, count);
                listener.received(buffer, count, bytes -> say(out, bytes));
            }
        } catch (IOException _) {
            // Whoever was connected is gone, or the plug is pulled.
        } finally {
            open.remove(connection);
        }
    }

    private void say(OutputStream out, byte[] bytes) {
        traffic.passed(Way.TO_DRIVER, bytes, bytes.length);
        try {
            out.write(bytes);
        } catch (IOException _) {
            // Nobody is left to be told.
        }
    }
}
