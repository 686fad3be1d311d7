package banyan.simulator.printer;

import banyan.simulator.printer.IppService.Reception;
import banyan.simulator.printer.PrinterMib.Contradiction;
import banyan.simulator.snmp.SnmpAgent;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The A4 printer's twin: IPP 1.1 and 2.0 at {@code /ipp/print}, SNMP beside it, and every sheet that came out kept as a PDF. */
public final class PrinterTwin implements Twin {
    public static final String ID = "printer";
    private static final Set<String> ACTIONS = Set.of(
            "load",
            "empty",
            "toner",
            "jam",
            "clear-jam",
            "open-cover",
            "close-cover",
            "speed",
            "busy",
            "reject",
            "lie",
            "contradict",
            "snmp-silence",
            "snmp-garble",
            "silence",
            "heal",
            "unplug",
            "plug",
            "power-off",
            "power-on");

    /** A document and the attributes before it. */
    private static final int LARGEST_REQUEST = (int) Fixtures.MAX_BYTES;

    private final Press press;
    private final Traffic traffic = new Traffic(new IppWords());
    private final LoopbackServer server;
    private final IppService service;
    private final PrinterMib mib;
    private final SnmpAgent agent;
    private final URI uri;
    private volatile boolean silent;

    public PrinterTwin(Path folder, int port, double secondsPerPage) {
        this.press = new Press(folder.resolve("out"), secondsPerPage);
        this.server = new LoopbackServer(ID, port, Map.of("/", this::serve), traffic);
        this.uri = URI.create("ipp://127.0.0.1:" + server.port() + IppService.PATH);
        this.service = new IppService(press, uri.toString());
        this.mib = new PrinterMib(press);
        this.agent = new SnmpAgent(ID, mib::objects);
    }

    @Override
    public String id() {
        return ID;
    }

    public URI uri() {
        return uri;
    }

    /** Host and port of its SNMP agent. */
    public String snmp() {
        return "127.0.0.1:" + agent.port();
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
                int sheets = fields.number("sheets", 0, Supplies.TRAY_SHEETS, Supplies.TRAY_SHEETS);
                String tray = tray(fields);
                yield fields.then(() -> press.tend(supplies -> supplies.fill(tray, sheets)), this::state);
            }
            case "empty" -> {
                String tray = tray(fields);
                yield fields.then(() -> press.tend(supplies -> supplies.fill(tray, 0)), this::state);
            }
            case "toner" -> {
                Supplies.Toner level = fields.choice("level", Supplies.Toner.class, Supplies.Toner.FULL);
                yield fields.then(() -> press.tend(supplies -> supplies.toner = level), this::state);
            }
            case "jam" -> jam(fields);
            case "clear-jam" -> fields.then(() -> press.tend(Supplies::clearJam), this::state);
            case "open-cover" -> fields.then(() -> press.tend(supplies -> supplies.coverOpen = true), this::state);
            case "close-cover" -> fields.then(() -> press.tend(supplies -> supplies.coverOpen = false), this::state);
            case "speed" -> {
                double seconds = fields.decimal("secondsPerPage", 0, 600, press.secondsPerPage());
                yield fields.then(() -> press.secondsPerPage(seconds), this::state);
            }
            case "lie" -> {
                int sheets = fields.number("sheetsOut", 0, 1000, 0);
                int pages = fields.number("pagesReported", 0, 1000, sheets);
                yield fields.then(() -> press.lie(new Press.Lie(sheets, pages)), this::state);
            }
            case "contradict" -> {
                Contradiction in = fields.choice("in", Contradiction.class, Contradiction.READINESS);
                yield fields.then(() -> mib.contradict(in), this::state);
            }
            case "snmp-silence" -> fields.then(() -> agent.manner(SnmpAgent.Manner.SILENT), this::state);
            case "snmp-garble" -> fields.then(() -> agent.manner(SnmpAgent.Manner.GARBLING), this::state);
            case "busy" -> fields.then(() -> service.reception(Reception.BUSY), this::state);
            case "reject" -> fields.then(() -> service.reception(Reception.REFUSING), this::state);
            case "silence" -> fields.then(() -> silent = true, this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(this::unplug, this::state);
            case "power-off" -> fields.then(this::powerOff, this::state);
            case "plug", "power-on" -> fields.then(this::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    /** Filling or emptying the second tray builds it in; it is out again when the twin is as new. */
    private static String tray(Fields fields) {
        return fields.flag("bottom", false) ? Supplies.BOTTOM : Supplies.MAIN;
    }

    private Answer jam(Fields fields) {
        boolean aborts = fields.flag("abortsJob", false);
        int after = fields.number("afterSheets", 0, 1000, -1);
        Optional<Integer> sheets = after < 0 ? Optional.empty() : Optional.of(after);
        return fields.then(() -> press.tend(supplies -> supplies.jam(sheets, aborts)), this::state);
    }

    private void heal() {
        press.heal();
        silent = false;
        service.reception(Reception.OPEN);
        mib.contradict(Contradiction.NOTHING);
        agent.manner(SnmpAgent.Manner.ANSWERING);
    }

    private void unplug() {
        server.unplug();
        agent.reached(false);
    }

    private void plug() {
        server.plug();
        agent.reached(true);
    }

    private void powerOff() {
        unplug();
        press.loseJobs();
    }

    @Override
    public void reset() {
        heal();
        press.reset();
        plug();
    }

    /** The sheets that came out, in their order. */
    public List<Path> sheets() {
        return press.papers().stream().map(Paper::file).toList();
    }

    /** The words on a sheet, counted from 1. */
    public Optional<String> words(int number) {
        return sheet(number).map(PrintDocument::words);
    }

    /** The PDF of a sheet, counted from 1. */
    public Optional<Path> sheet(int number) {
        List<Paper> papers = press.papers();
        return number < 1 || number > papers.size()
                ? Optional.empty()
                : Optional.of(papers.get(number - 1).file());
    }

    /** All sheets as JSON: number, job, pages, of, file. */
    public ArrayNode paper() {
        ArrayNode list = Fields.JSON.createArrayNode();
        for (Paper paper : press.papers()) {
            ObjectNode entry = list.addObject();
            entry.put("number", paper.number()).put("job", paper.job());
            ArrayNode pages = entry.putArray("pages");
            paper.pages().forEach(pages::add);
            entry.put("of", paper.of()).put("file", paper.file().toString());
        }
        return list;
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        synchronized (press) {
            state.put("id", ID).put("plugged", server.plugged()).put("uri", uri.toString());
            state.put("snmp", snmp())
                    .put("snmpManner", Fields.word(agent.manner()))
                    .put("contradicts", Fields.word(mib.contradiction()));
            state.put("state", stateWord(press.printerState()));
            ArrayNode reasons = state.putArray("reasons");
            press.reasons().forEach(reasons::add);
            state.put("traySheets", press.sheets(Supplies.MAIN));
            if (press.trays().contains(Supplies.BOTTOM)) {
                state.put("bottomSheets", press.sheets(Supplies.BOTTOM));
            }
            state.put("toner", Fields.word(press.toner()));
            state.put("secondsPerPage", press.secondsPerPage());
            state.put("reception", Fields.word(service.reception())).put("silent", silent);
            state.put("sheetsOut", press.papers().size());
            ArrayNode jobs = state.putArray("jobs");
            for (PrintJob job : press.jobs()) {
                jobs.addObject()
                        .put("id", job.id)
                        .put("state", Fields.word(job.state))
                        .put("reason", job.reason)
                        .put("pages", job.impressions)
                        .put("pagesOut", job.impressionsOut);
            }
        }
        return state;
    }

    private static String stateWord(int printerState) {
        return switch (printerState) {
            case 3 -> "idle";
            case 4 -> "processing";
            default -> "stopped";
        };
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            while (silent && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .orElse("");
            if (!exchange.getRequestMethod().equals("POST") || !type.startsWith("application/ipp")) {
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 415 : 405, -1);
                return;
            }
            byte[] answer = IppCodec.write(body.length > LARGEST_REQUEST ? tooLarge() : answer(body));
            exchange.getResponseHeaders().set("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private IppMessage answer(byte[] body) {
        return IppCodec.read(body)
                .map(received -> service.answer(received.message, received.document))
                .orElseGet(() -> new IppMessage(1, 1, IppStatus.BAD_REQUEST, 1, List.of()));
    }

    private static IppMessage tooLarge() {
        return new IppMessage(1, 1, IppStatus.REQUEST_ENTITY_TOO_LARGE, 1, List.of());
    }

    @Override
    public void close() {
        server.close();
        agent.close();
        press.close();
    }
}
