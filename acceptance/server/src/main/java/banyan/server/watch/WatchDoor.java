package banyan.server.watch;

import banyan.server.wire.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * {@code /metrics}, {@code /health/live} and {@code /health/ready}, for this machine only and at a port of their own: it answers while
 * the other door is crowded, and no stranger sees it.
 */
public final class WatchDoor implements AutoCloseable {
    private static final int WAITING = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Opens it.
     *
     * @param port 0 for any that is free
     * @param open whether the other door lets anybody in
     * @throws IOException if nothing can be heard at this port
     */
    public WatchDoor(int port, Figures figures, Readiness readiness, BooleanSupplier open) throws IOException {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), WAITING);
        } catch (IOException taken) {
            throw new IOException("nothing can be heard at 127.0.0.1:" + port + " for figures and health", taken);
        }
        server.setExecutor(threads);
        on("/metrics", "text/plain; version=0.0.4; charset=utf-8", () -> new Said(200, figures.text()));
        on("/health/live", "application/json", () -> new Said(200, "{\"live\":true}"));
        on("/health/ready", "application/json", () -> ready(readiness, open));
        server.createContext("/", exchange -> say(exchange, "text/plain", new Said(404, "")));
        server.start();
    }

    private record Said(int status, String text) {}

    @FunctionalInterface
    private interface Asked {
        Said answer();
    }

    private record Standing(boolean ready, Map<String, Boolean> needs) {}

    private static Said ready(Readiness readiness, BooleanSupplier open) {
        boolean admits = open.getAsBoolean();
        Map<String, Boolean> needs = readiness.now();
        boolean all = admits && needs.values().stream().allMatch(met -> met);
        byte[] text = Json.write(new Standing(all, needs));
        return new Said(all ? 200 : 503, new String(text, StandardCharsets.UTF_8));
    }

    private void on(String path, String mediaType, Asked asked) {
        server.createContext(path, exchange -> {
            boolean exact = exchange.getRequestURI().getPath().equals(path);
            boolean get = exchange.getRequestMethod().equals("GET");
            say(exchange, mediaType, exact ? get ? asked.answer() : new Said(405, "") : new Said(404, ""));
        });
    }

    private static void say(HttpExchange exchange, String mediaType, Said said) throws IOException {
        try (exchange) {
            byte[] body = said.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
