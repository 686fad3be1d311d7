package banyan.server.register;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A department's system as one may meet it, on the JDK's own server: it keeps what it was asked, and answers as it is told to. */
final class DepartmentPeer implements AutoCloseable {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    volatile Manner manner = Manner.WELL;

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    enum Manner {
        WELL,
        NOTHING,
        NOT_FOUND,
        REFUSES,
        SILENT,
        BROKEN,
        CUT,
        GARBAGE,
        TOO_LARGE,
        TOO_LARGE_UNSAID,
        LACKS_ONE,
        STRANGE_WORD,
        REDIRECTS
    }

    DepartmentPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/query", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/query";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            switch (manner) {
                case WELL -> say(exchange, 200, said("1"));
                case NOTHING -> say(exchange, 200, "{\"code\":\"E404\"}");
                case NOT_FOUND -> say(exchange, 404, "");
                case REFUSES -> say(exchange, 422, "{}");
                case SILENT -> hold();
                case BROKEN -> say(exchange, 500, "at com.department.Query.run(Query.java:17)");
                case CUT -> {
                    exchange.sendResponseHeaders(200, 5_000);
                    exchange.getResponseBody().write(said("1").getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
                case GARBAGE -> say(exchange, 200, "<html>welcome to the portal</html>");
                case TOO_LARGE -> say(exchange, 200, "{\"x\":\"" + "x".repeat(20_000) + "\"}");
                case TOO_LARGE_UNSAID -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("[".repeat(20_000).getBytes(StandardCharsets.UTF_8));
                }
                case LACKS_ONE -> say(exchange, 200, "{\"code\":\"0\",\"data\":{\"list\":[]}}");
                case STRANGE_WORD -> say(exchange, 200, said("7"));
                case REDIRECTS -> {
                    exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                    say(exchange, 302, "");
                }
            }
        }
    }

    private static String said(String state) {
        return "{\"code\":\"0\",\"data\":{\"sum\":840.10,\"list\":[{\"ym\":\"2026-10\",\"st\":\"" + state + "\"}]}}";
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
