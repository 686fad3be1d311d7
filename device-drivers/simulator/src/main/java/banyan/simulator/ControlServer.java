package banyan.simulator;

import banyan.simulator.receipt.Slip;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The twins over HTTP: the dock's page at {@code /}, states and actions under {@code /devices}. */
final class ControlServer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Map<String, String> PAGE = Map.of(
            "/", "index.html",
            "/dock.css", "dock.css",
            "/dock.js", "dock.js",
            "/states.js", "states.js",
            "/wire.js", "wire.js",
            "/panels.json", "panels.json");

    private final Simulator simulator;
    private final Fixtures fixtures;
    private final TrafficFeed feed;
    private final LoopbackServer server;

    ControlServer(int port, Simulator simulator, Fixtures fixtures) {
        this.simulator = simulator;
        this.fixtures = fixtures;
        this.feed = new TrafficFeed(simulator.twins());
        this.server = new LoopbackServer("control", port, Map.of("/", this::serve));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!fromHere(exchange)) {
                error(exchange, 403, List.of("only pages of this simulator may call it"));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (PAGE.containsKey(path)) {
                page(exchange, PAGE.get(path));
                return;
            }
            List<String> parts = List.of(path.substring(1).split("/", -1));
            switch (parts.getFirst()) {
                case "devices" -> devices(exchange, parts);
                case "fixtures" -> fixtures(exchange, parts);
                case "reset" -> resetAll(exchange, parts);
                case "traffic" -> traffic(exchange, parts);
                default -> error(exchange, 404, List.of("there is nothing at " + path));
            }
        }
    }

    /** A page of some other site, open in the same browser, must not move the devices. */
    private static boolean fromHere(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        boolean loopback = LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return loopback && (origin == null || origin.equals("http://" + host));
    }

    private void devices(HttpExchange exchange, List<String> parts) throws IOException {
        if (parts.size() == 1) {
            if (method(exchange, "GET")) {
                ArrayNode all = Fields.JSON.createArrayNode();
                simulator.twins().forEach(twin -> all.add(described(twin)));
                json(exchange, 200, all);
            }
            return;
        }
        Optional<Twin> twin = simulator.twin(parts.get(1));
        if (twin.isEmpty()) {
            error(exchange, 404, List.of("there is no device " + parts.get(1)));
            return;
        }
        if (parts.size() == 2) {
            device(exchange, twin.get());
        } else if (parts.get(2).startsWith("traffic")) {
            traffic(exchange, parts, twin.get());
        } else if (parts.get(1).equals(simulator.printer().id()) && parts.get(2).equals("paper")) {
            paper(exchange, parts);
        } else if (parts.get(1).equals(simulator.receiptPrinter().id()) && parts.get(2).equals("receipts")) {
            receipts(exchange, parts);
        } else if (parts.size() == 3) {
            act(exchange, twin.get(), parts.get(2));
        } else {
            notFound(exchange);
        }
    }

    private void device(HttpExchange exchange, Twin twin) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> json(exchange, 200, described(twin));
            case "DELETE" -> {
                twin.reset();
                json(exchange, 200, described(twin));
            }
            default -> error(exchange, 405, List.of("use GET or DELETE here"));
        }
    }

    private static ObjectNode described(Twin twin) {
        ObjectNode state = twin.state();
        ArrayNode actions = state.putArray("actions");
        twin.actions().stream().sorted().forEach(actions::add);
        return state;
    }

    private void act(HttpExchange exchange, Twin twin, String action) throws IOException {
        if (!method(exchange, "POST")) {
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            error(exchange, 413, List.of("the body may have " + LARGEST_BODY + " bytes at most"));
            return;
        }
        switch (twin.act(action, Fields.parse(new String(body, StandardCharsets.UTF_8)))) {
            case Answer.Done(ObjectNode state) -> json(exchange, 200, state);
            case Answer.Refused(List<String> mistakes) -> error(exchange, 400, mistakes);
            case Answer.NotFound(String what) -> error(exchange, 404, List.of("there is no " + what));
        }
    }

    /** {@code /traffic}: every wire, as it happens. */
    private void traffic(HttpExchange exchange, List<String> parts) throws IOException {
        if (parts.size() != 1) {
            notFound(exchange);
        } else if (method(exchange, "GET") && !feed.serve(exchange, personal(exchange))) {
            error(exchange, 503, List.of("too many look at the traffic already"));
        }
    }

    /** {@code /devices/{id}/traffic}: what is kept of one wire, forgotten by DELETE; with {@code .txt} as a transcript. */
    private void traffic(HttpExchange exchange, List<String> parts, Twin twin) throws IOException {
        String what = parts.size() == 3 ? parts.get(2) : "";
        if (what.equals("traffic.txt")) {
            if (method(exchange, "GET")) {
                exchange.getResponseHeaders()
                        .set("Content-Disposition", "attachment; filename=\"" + twin.id() + ".txt\"");
                String text = twin.traffic().transcript(twin.id(), personal(exchange));
                send(exchange, 200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
            }
        } else if (!what.equals("traffic")) {
            notFound(exchange);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            twin.traffic().clear();
            json(exchange, 200, TrafficFeed.all(twin, false));
        } else if (method(exchange, "GET")) {
            json(exchange, 200, TrafficFeed.all(twin, personal(exchange)));
        }
    }

    /** What is somebody's is shown only to who asks for it in these words. */
    private static boolean personal(HttpExchange exchange) {
        return "personal=shown".equals(exchange.getRequestURI().getQuery());
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        error(exchange, 404, List.of("there is nothing at " + exchange.getRequestURI().getPath()));
    }

    /** {@code /devices/printer/paper}, {@code …/paper/{n}} the sheet's PDF, {@code …/paper/{n}/text} its words. */
    private void paper(HttpExchange exchange, List<String> parts) throws IOException {
        if (!method(exchange, "GET")) {
            return;
        }
        if (parts.size() == 3) {
            json(exchange, 200, simulator.printer().paper());
            return;
        }
        int number = parts.get(3).matches("\\d{1,6}") ? Integer.parseInt(parts.get(3)) : 0;
        if (parts.size() == 4) {
            Optional<Path> sheet = simulator.printer().sheet(number);
            if (sheet.isPresent()) {
                send(exchange, 200, "application/pdf", Files.readAllBytes(sheet.get()));
                return;
            }
        } else if (parts.size() == 5 && parts.get(4).equals("text")) {
            Optional<String> words = simulator.printer().words(number);
            if (words.isPresent()) {
                send(exchange, 200, "text/plain; charset=utf-8", words.get().getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        error(exchange, 404, List.of("no such sheet came out"));
    }

    /** {@code /devices/receipt-printer/receipts}, {@code …/receipts/{n}} as PNG, {@code …/receipts/{n}/text} its words. */
    private void receipts(HttpExchange exchange, List<String> parts) throws IOException {
        if (!method(exchange, "GET")) {
            return;
        }
        if (parts.size() == 3) {
            json(exchange, 200, simulator.receiptPrinter().receipts());
            return;
        }
        Optional<Slip> slip = parts.get(3).matches("\\d{1,6}")
                ? simulator.receiptPrinter().slip(Integer.parseInt(parts.get(3)))
                : Optional.empty();
        if (slip.isPresent() && parts.size() == 4) {
            send(exchange, 200, "image/png", slip.get().png());
        } else if (slip.isPresent() && parts.size() == 5 && parts.get(4).equals("text")) {
            send(exchange, 200, "text/plain; charset=utf-8", slip.get().text().getBytes(StandardCharsets.UTF_8));
        } else {
            error(exchange, 404, List.of("no such receipt came out"));
        }
    }

    private void fixtures(HttpExchange exchange, List<String> parts) throws IOException {
        if (parts.size() != 1) {
            notFound(exchange);
        } else if (method(exchange, "GET")) {
            ObjectNode all = Fields.JSON.createObjectNode();
            for (Fixtures.Kind kind : Fixtures.Kind.values()) {
                ArrayNode names = all.putArray(Fields.word(kind));
                fixtures.names(kind).forEach(names::add);
            }
            json(exchange, 200, all);
        }
    }

    private void resetAll(HttpExchange exchange, List<String> parts) throws IOException {
        if (parts.size() == 1 && method(exchange, "POST")) {
            simulator.reset();
            json(exchange, 200, Fields.JSON.createObjectNode().put("reset", true));
        } else if (parts.size() != 1) {
            notFound(exchange);
        }
    }

    private static void page(HttpExchange exchange, String name) throws IOException {
        if (!method(exchange, "GET")) {
            return;
        }
        String type = switch (name.substring(name.indexOf('.'))) {
            case ".css" -> "text/css";
            case ".js" -> "text/javascript";
            case ".json" -> "application/json";
            default -> "text/html";
        };
        try (InputStream in = ControlServer.class.getResourceAsStream("/banyan/simulator/dock/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the dock's page is missing from the program");
            }
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src data: http://127.0.0.1:* http://localhost:*");
            send(exchange, 200, type + "; charset=utf-8", in.readAllBytes());
        }
    }

    private static boolean method(HttpExchange exchange, String wanted) throws IOException {
        if (exchange.getRequestMethod().equals(wanted)) {
            return true;
        }
        error(exchange, 405, List.of("use " + wanted + " here"));
        return false;
    }

    private static void error(HttpExchange exchange, int status, List<String> mistakes) throws IOException {
        ObjectNode error = Fields.JSON.createObjectNode();
        error.put("error", String.join("; ", mistakes));
        ArrayNode list = error.putArray("mistakes");
        mistakes.forEach(list::add);
        json(exchange, status, error);
    }

    private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, "application/json", Fields.JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
