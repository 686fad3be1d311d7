package banyan.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A city's platform as one may meet it, on the JDK's own server: it gives each id one number, and says what it is told to say. */
final class CityPeer implements AutoCloseable {
    /** What was handed over, in order. */
    final List<String> pushed = new CopyOnWriteArrayList<>();

    final List<String> tokens = new CopyOnWriteArrayList<>();
    /** The number by id. */
    final Map<String, String> numbers = new ConcurrentHashMap<>();

    /** What it answers to whatever it is asked; 0 for as it should. */
    volatile int ill;

    /** Whether it takes a case and says nothing. */
    volatile boolean breaksOff;

    volatile String says = "{\"data\":{\"status\":\"收件\"}}";

    private final HttpServer server;

    CityPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cases", this::answer);
        server.start();
    }

    /** Describes it to a centre with this folder. */
    void describedIn(Path folder, String items) throws IOException {
        String at = "http://127.0.0.1:" + server.getAddress().getPort() + "/cases";
        Files.writeString(folder.resolve("city-token"), "open sesame\n");
        Files.writeString(folder.resolve("city.json"), """
                {"name": "city", "items": %s, "codes": {"subsidy": "11440232MB2D06811W4000117051000"}, "rest": {
                  "url": "%s", "statusUrl": "%s/{number}", "tokenFile": "city-token",
                  "deadlineMillis": 5000, "restSeconds": 30, "askSeconds": 300,
                  "push": {"serial": "id", "matter": "item", "ours": "number", "caseNo": "nationalNumber", "name": "applicant.name", "idNo": "applicant.number", "tel": "answer.phone"},
                  "number": "/data/no", "status": "/data/status", "words": "/data/opinion",
                  "stages": {"受理": "ACCEPTED", "不予受理": "NOT_ACCEPTED", "准予": "GRANTED", "不准": "REFUSED", "出证": "ISSUED"},
                  "nothing": ["收件"], "data": {"months": "/data/months"}}}
                """.formatted(items, at, at));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            boolean push = exchange.getRequestMethod().equals("POST");
            if (push) {
                pushed.add(body);
            }
            if (ill != 0) {
                exchange.sendResponseHeaders(ill, -1);
                return;
            }
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            String number = push ? numbers.computeIfAbsent(id, _ -> "榕-" + (numbers.size() + 1)) : "";
            if (push && breaksOff) {
                return;
            }
            byte[] said = (push ? "{\"data\":{\"no\":\"" + number + "\"}}" : says).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
