package banyan.simulator.wire;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as a camera's firmware has it: one GET a connection, whose answer ends when the connection does. An endless
 * stream in chunks, as the JDK's server would send it, keeps common clients draining it after they have closed it.
 */
public final class StreamServer implements AutoCloseable {
    /** Writes what follows the status line: header fields, a blank line, the body. */
    public interface Source {
        void write(OutputStream out) throws IOException;
    }

    private static final int BACKLOG = 50;
    private static final int LONGEST_HEAD = 8192;
    private static final int HEAD_MILLIS = 10_000;

    private final String name;
    private final Map<String, Source> sources;
    private final Traffic traffic;
    private final int port;
    private @Nullable Plugged plugged;
    private Optional<Reservation> reservation = Optional.empty();

    private record Connections(ExecutorService threads, Set<Socket> open) {}

    private record Plugged(ServerSocket server, Thread door, Connections connections) {}

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @param traffic is told each request, and of each picture its beginning
     */
    public StreamServer(String name, int port, Map<String, Source> sources, Traffic traffic) {
        this.name = name;
        this.traffic = traffic;
        this.sources = Map.copyOf(sources);
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
            for (Socket connection : cut.connections().open()) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Runnable> _ = cut.connections().threads().shutdownNow();
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
            Connections connections = new Connections(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name(name + " ", 0).factory()),
                    ConcurrentHashMap.newKeySet());
            Thread door = Thread.ofPlatform().daemon().name(name + " door").start(() -> accept(server, connections));
            return new Plugged(server, door, connections);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot have port " + wanted + " on loopback", e);
        }
    }

    private void accept(ServerSocket server, Connections connections) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.open().add(connection);
                connections.threads().execute(() -> answer(connection, connections));
            } catch (IOException _) {
                // Unplugged; the loop's condition sees it.
            }
        }
    }

    private void answer(Socket connection, Connections connections) {
        try (connection;
                OutputStream out = new StreamTap(new BufferedOutputStream(connection.getOutputStream(), 1 << 16), traffic)) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(HEAD_MILLIS);
            Optional<String> path = requested(new BufferedInputStream(connection.getInputStream()));
            traffic.passed(Way.TO_DEVICE, ascii("GET " + path.orElse("?")), 4 + path.orElse("?").length(), "");
            Source source = path.map(sources::get).orElse(null);
            if (source == null) {
                out.write(ascii("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
            } else {
                out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\nCache-Control: no-store\r\n"));
                source.write(out);
            }
        } catch (IOException _) {
            // The viewer is gone, or the plug is pulled: nobody is left to be told.
        } finally {
            connections.open().remove(connection);
        }
    }

    /** The path of a GET, without its query; empty for anything else. The rest of the head is read and forgotten. */
    private static Optional<String> requested(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() >= LONGEST_HEAD) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        List<String> words = List.of(head.substring(0, head.indexOf("\r\n")).split(" ", -1));
        return words.size() == 3 && words.getFirst().equals("GET")
                ? Optional.of(words.get(1).replaceFirst("\\?.*", ""))
                : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
