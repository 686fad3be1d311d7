package banyan.simulator.wire;

import banyan.simulator.traffic.Traffic;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A network device on a loopback port of its own: while it is unplugged nobody answers there, and after it is plugged in
 * again it has the same port.
 */
public final class LoopbackServer implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for the acknowledgement of its own head. Read once by the JDK's server.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final int BACKLOG = 50;

    private final String name;
    private final Map<String, HttpHandler> handlers;
    private final List<Filter> filters;
    private final int port;
    private @Nullable Plugged plugged;
    private Optional<Reservation> reservation = Optional.empty();

    private record Plugged(HttpServer server, ExecutorService threads) {}

    /** @param port 0 for any free one */
    public LoopbackServer(String name, int port, Map<String, HttpHandler> handlers) {
        this(name, port, handlers, List.of());
    }

    /**
     * A device whose traffic is kept.
     *
     * @param port 0 for any free one
     * @param traffic is told each request and each answer
     */
    public LoopbackServer(String name, int port, Map<String, HttpHandler> handlers, Traffic traffic) {
        this(name, port, handlers, List.of(new HttpTap(traffic)));
    }

    private LoopbackServer(String name, int port, Map<String, HttpHandler> handlers, List<Filter> filters) {
        this.name = name;
        this.handlers = Map.copyOf(handlers);
        this.filters = filters;
        Plugged first = listen(port);
        this.port = first.server().getAddress().getPort();
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
        cut.server().stop(0);
        var _ = cut.threads().shutdownNow();
        reservation = Reservation.of(port);
    }

    @Override
    public synchronized void close() {
        unplug();
        reservation.ifPresent(Reservation::release);
    }

    private Plugged listen(int wanted) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
            ExecutorService threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name(name + " ", 0).factory());
            server.setExecutor(threads);
            handlers.forEach((path, handler) -> server.createContext(path, handler).getFilters().addAll(filters));
            server.start();
            return new Plugged(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot have port " + wanted + " on loopback", e);
        }
    }
}
