package banyan.simulator.scanner;

import banyan.simulator.scanner.Feeder.Drawn;
import banyan.simulator.scanner.Feeder.Trouble;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scanner's twin: eSCL at {@code /eSCL}, with a feeder, a glass, and pages from the fixtures. */
public final class ScannerTwin implements Twin {
    public static final String ID = "scanner";
    private static final Set<String> ACTIONS = Set.of(
            "load",
            "take-out",
            "lay",
            "take-away",
            "jam",
            "double-feed",
            "too-long",
            "open-cover",
            "close-cover",
            "clear-path",
            "empty-page",
            "miscount",
            "slow",
            "tilt",
            "silence",
            "heal",
            "unplug",
            "plug");

    private static final String ROOT = "/eSCL";
    private static final String JOBS = ROOT + "/ScanJobs";
    private static final String NEXT = "/NextDocument";
    private static final int LARGEST_REQUEST = 1 << 16;
    private static final int MOST_SHEETS = Feeder.CAPACITY;

    private final Fixtures fixtures;
    private final Feeder feeder = new Feeder();
    private final Optics optics = new Optics();
    private final Traffic traffic = new Traffic(new EsclWords());
    private final LoopbackServer server;
    private volatile boolean silent;
    private volatile double secondsPerPage;
    private volatile double tilt;

    public ScannerTwin(int port, Fixtures fixtures) {
        this.fixtures = fixtures;
        this.server = new LoopbackServer(ID, port, Map.of("/", this::serve), traffic);
    }

    @Override
    public String id() {
        return ID;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + ROOT);
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "load" -> {
                List<Sheet> sheets = sheets(fields);
                yield fields.then(() -> feeder.load(sheets), this::state);
            }
            case "take-out" -> fields.then(feeder::take, this::state);
            case "lay" -> {
                Optional<Sheet.Side> side = fields.text("page").flatMap(name -> side(fields, name));
                if (side.isEmpty()) {
                    fields.mistaken("page must be a fixture's name");
                }
                yield fields.then(() -> feeder.lay(side), this::state);
            }
            case "take-away" -> fields.then(() -> feeder.lay(Optional.empty()), this::state);
            case "jam" -> trouble(fields, Trouble.JAM);
            case "double-feed" -> trouble(fields, Trouble.DOUBLE_FEED);
            case "too-long" -> trouble(fields, Trouble.TOO_LONG);
            case "open-cover" -> fields.then(() -> feeder.trouble(Trouble.COVER, 0), this::state);
            case "close-cover", "clear-path" -> fields.then(feeder::clear, this::state);
            case "empty-page" -> {
                int at = fields.number("page", 1, MOST_SHEETS, 1);
                yield fields.then(() -> feeder.emptyPageAt(at), this::state);
            }
            case "miscount" -> {
                int more = fields.number("by", 1, MOST_SHEETS, 1);
                yield fields.then(() -> feeder.miscountBy(more), this::state);
            }
            case "slow" -> {
                double seconds = fields.decimal("secondsPerPage", 0, 60, 1);
                yield fields.then(() -> secondsPerPage = seconds, this::state);
            }
            case "tilt" -> {
                double degrees = fields.decimal("degrees", -5, 5, 0.5);
                yield fields.then(() -> tilt = degrees, this::state);
            }
            case "silence" -> fields.then(() -> silent = true, this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(server::unplug, this::state);
            case "plug" -> fields.then(server::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Answer trouble(Fields fields, Trouble what) {
        int after = fields.number("afterSheets", 0, MOST_SHEETS, 0);
        return fields.then(() -> feeder.trouble(what, after), this::state);
    }

    /** A pile: {@code pages} are the fronts and {@code backs} their backs, in order; or {@code sheets} times one {@code page}. */
    private List<Sheet> sheets(Fields fields) {
        List<Optional<Sheet.Side>> fronts = sides(fields, "pages");
        List<Optional<Sheet.Side>> backs = sides(fields, "backs");
        Optional<Sheet.Side> page = fields.text("page").flatMap(name -> side(fields, name));
        int count = fields.number("sheets", 1, MOST_SHEETS, 1);
        List<Sheet> sheets = new ArrayList<>();
        for (int at = 0; at < fronts.size(); at++) {
            Optional<Sheet.Side> back = at < backs.size() ? backs.get(at) : Optional.empty();
            fronts.get(at).ifPresent(front -> sheets.add(new Sheet(front, back)));
        }
        page.ifPresent(front -> {
            for (int at = 0; at < count; at++) {
                sheets.add(new Sheet(front, Optional.empty()));
            }
        });
        if (sheets.isEmpty() || backs.size() > fronts.size() || page.isPresent() && !fronts.isEmpty()) {
            fields.mistaken("give either pages, a list of fixtures' names with as many backs at most, or page and sheets");
        }
        if (feeder.sheets() + sheets.size() > Feeder.CAPACITY) {
            fields.mistaken("the feeder holds " + Feeder.CAPACITY + " sheets");
        }
        return sheets;
    }

    private List<Optional<Sheet.Side>> sides(Fields fields, String name) {
        List<Optional<Sheet.Side>> sides = new ArrayList<>();
        fields.any(name).ifPresent(list -> {
            if (!list.isArray()) {
                fields.mistaken(name + " must be a list of fixtures' names");
            }
            for (JsonNode entry : list) {
                sides.add(entry.isString() ? side(fields, entry.stringValue()) : Optional.empty());
            }
        });
        return sides;
    }

    private Optional<Sheet.Side> side(Fields fields, String name) {
        Optional<byte[]> file = fixtures.bytes(Fixtures.Kind.PAGES, name)
                .or(() -> fixtures.bytes(Fixtures.Kind.PAGES, name + ".png"))
                .filter(Optics::readable);
        if (file.isEmpty()) {
            fields.mistaken("there is no readable page " + name);
        }
        return file.map(bytes -> new Sheet.Side(name, bytes));
    }

    private void heal() {
        feeder.heal();
        silent = false;
        secondsPerPage = 0;
    }

    @Override
    public void reset() {
        heal();
        feeder.reset();
        tilt = 0;
        server.plug();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", server.plugged()).put("uri", uri().toString());
        state.put("sheets", feeder.sheets()).put("sheetsThrough", feeder.through());
        state.put("jobs", feeder.jobsMade());
        feeder.onGlass().ifPresent(label -> state.put("glass", label));
        feeder.trouble().ifPresent(what -> state.put("trouble", Fields.word(what)));
        state.put("secondsPerPage", secondsPerPage).put("tilt", tilt).put("silent", silent);
        return state;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            silence();
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (method.equals("GET") && path.equals(ROOT + "/ScannerCapabilities")) {
                send(exchange, "text/xml", EsclText.capabilities().getBytes(StandardCharsets.UTF_8));
            } else if (method.equals("GET") && path.equals(ROOT + "/ScannerStatus")) {
                send(exchange, "text/xml", feeder.status().getBytes(StandardCharsets.UTF_8));
            } else if (method.equals("POST") && path.equals(JOBS)) {
                begin(exchange, new String(body, StandardCharsets.UTF_8));
            } else if (method.equals("GET") && path.startsWith(JOBS + "/") && path.endsWith(NEXT)) {
                next(exchange, path.substring(0, path.length() - NEXT.length()));
            } else if (method.equals("DELETE") && path.startsWith(JOBS + "/")) {
                exchange.sendResponseHeaders(feeder.cancel(path) ? 200 : 404, -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void begin(HttpExchange exchange, String xml) throws IOException {
        Optional<Wanted> wanted = Wanted.read(xml);
        if (wanted.isEmpty()) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        Optional<String> job = feeder.begin(wanted.get());
        job.ifPresent(path -> exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + server.port() + path));
        exchange.sendResponseHeaders(job.isPresent() ? 201 : 409, -1);
    }

    private void next(HttpExchange exchange, String job) throws IOException {
        Optional<Drawn> drawn = feeder.draw(job);
        if (drawn.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        Drawn side = drawn.get();
        pauseUntil(System.nanoTime() + (long) (secondsPerPage * 1e9));
        silence();
        byte[] page = side.empty()
                ? new byte[0]
                : optics.scan(side.side(), side.wanted(), tilt, "side " + side.number());
        exchange.getResponseHeaders().set("Content-Location", job + NEXT);
        send(exchange, "image/jpeg", page);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void silence() {
        while (silent && !Thread.currentThread().isInterrupted()) {
            pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void pauseUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
