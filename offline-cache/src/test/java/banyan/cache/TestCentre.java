package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.Answer;
import banyan.acceptance.Assignment;
import banyan.acceptance.DayAnswer;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Missing;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Paper;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import banyan.acceptance.Unaccepted;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A centre in memory, as small as the interface allows, that can be told to behave badly. Counts every effect it has. */
final class TestCentre implements AutoCloseable {
    static final KeyPair TERMINAL = KeyFiles.newPair();

    /** How many submissions were accepted for the first time, by id. */
    final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();

    /** Method and path of every request, in the order of coming. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    final Map<String, byte[]> notes = new ConcurrentHashMap<>();

    volatile Handling handling = _ -> Optional.empty();
    volatile UnaryOperator<Receipt> receipts = UnaryOperator.identity();
    volatile UnaryOperator<NoteReceipt> noteReceipts = UnaryOperator.identity();
    volatile UnaryOperator<Assignment> assignments = UnaryOperator.identity();
    volatile UnaryOperator<DayAnswer> days = UnaryOperator.identity();

    /** The link of the journal's chain that it knows. */
    volatile Optional<Sha256> chain = Optional.empty();
    volatile boolean signing = true;

    /** What it says it holds, of any day, if it is not named. */
    final List<SubmissionId> unnamedIn = new CopyOnWriteArrayList<>();

    /** Which requests have their effect and no answer. */
    volatile Predicate<String> swallowing = _ -> false;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> payloads = new ConcurrentHashMap<>();
    private final Map<String, byte[]> papers = new ConcurrentHashMap<>();
    final TestUploads uploads = new TestUploads(papers::put);
    private final Map<String, byte[]> issued = new ConcurrentHashMap<>();

    /** What to do instead of the right thing; empty to do that. */
    interface Handling {
        Optional<Said> instead(String request);
    }

    /** An answer before it is signed. */
    record Said(int status, byte[] body, String retryAfter, Map<String, String> headers) {
        Said(int status, byte[] body, String retryAfter) {
            this(status, body, retryAfter, Map.of());
        }

        static Said refusal(Refusal refusal) {
            return new Said(refusal.status(), Wire.write(Problem.of(refusal, List.of())), "");
        }

        Said after(int seconds) {
            Problem problem = Wire.read(body, Problem.class).orElseThrow().after(seconds);
            return new Said(status, Wire.write(problem), Integer.toString(seconds));
        }

        /** As from something on the way, that has put a header to it. */
        Said afterByHeaderAlone(int seconds) {
            return new Said(status, body, Integer.toString(seconds));
        }
    }

    TestCentre() throws IOException {
        this(0);
    }

    TestCentre(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    static Centre centre(int port) {
        return Centre.of(URI.create("http://127.0.0.1:" + port), Receipts.CENTRE.getPublic());
    }

    static CentreClient client(int port) {
        return client(port, TERMINAL.getPrivate());
    }

    static CentreClient client(int port, PrivateKey key) {
        return new CentreClient(centre(port), new Terminal(Given.TERMINAL, key), Instant::now);
    }

    int effects() {
        return effects.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            Said said = welcome(exchange, body)
                    .or(() -> handling.instead(exchange.getRequestMethod() + " " + path))
                    .orElseGet(() -> right(exchange, path, body));
            if (!swallowing.test(exchange.getRequestMethod() + " " + path)) {
                send(exchange, said);
            }
        }
    }

    private static Optional<Said> welcome(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/api/v1/status")) {
            return Optional.empty();
        }
        String date = exchange.getRequestHeaders().getFirst(Request.DATE);
        String signature = exchange.getRequestHeaders().getFirst(Request.SIGNATURE);
        byte[] signed = new Request(exchange.getRequestMethod(), path, date, Sha256.of(body)).signedBytes();
        return Signing.holds(TERMINAL.getPublic(), signed, Base64.getDecoder().decode(signature))
                ? Optional.empty()
                : Optional.of(Said.refusal(Refusal.SIGNATURE_INVALID));
    }

    private void send(HttpExchange exchange, Said said) throws IOException {
        if (signing) {
            String named = Optional.ofNullable(exchange.getRequestHeaders().getFirst(Request.SIGNATURE))
                    .or(() -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(Answer.NONCE)))
                    .orElse(Answer.UNNAMED);
            String date = Long.toString(Instant.now().getEpochSecond());
            byte[] signed = new Answer(said.status(), date, named, Sha256.of(said.body())).signedBytes();
            byte[] signature = Signing.sign(Receipts.CENTRE.getPrivate(), signed);
            exchange.getResponseHeaders().set(Request.DATE, date);
            exchange.getResponseHeaders().set(Answer.KEY, Signing.keyId(Receipts.CENTRE.getPublic()));
            exchange.getResponseHeaders()
                    .set(Request.SIGNATURE, Base64.getEncoder().encodeToString(signature));
        }
        if (!said.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", said.retryAfter());
        }
        said.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(said.status(), said.body().length == 0 ? -1 : said.body().length);
        if (said.body().length > 0) {
            exchange.getResponseBody().write(said.body());
        }
    }

    private synchronized Said right(HttpExchange exchange, String path, byte[] body) {
        List<String> parts = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        return switch (parts.get(2)) {
            case "status" ->
                new Said(
                        200,
                        "{\"version\":\"1\",\"time\":\"2026-11-21T04:05:06Z\"}".getBytes(StandardCharsets.UTF_8),
                        "");
            case "consents" -> noted(NoteReceipt.CONSENT, parts.get(3), path, body);
            case "ledger" -> noted(NoteReceipt.LEDGER, parts.get(3), path, body);
            case "uploads" ->
                uploads.on(exchange.getRequestMethod(), parts.get(3), exchange.getRequestHeaders(), body);
            case "submissions" ->
                switch (parts.size()) {
                    case 4 -> submission(parts.get(3), body);
                    case 5 -> uploads.begin(exchange.getRequestURI().getQuery());
                    default -> paper(parts.get(5), body);
                };
            case "supplements" -> supplement(parts.get(3), body);
            case "unaccepted" -> unaccepted(parts.get(3), path, body);
            case "days" -> day(body);
            case "receipts" ->
                issued.containsKey(parts.get(3))
                        ? new Said(200, issued.get(parts.get(3)), "")
                        : Said.refusal(Refusal.SUBMISSION_UNKNOWN);
            case "facts" -> new Said(200, "{\"facts\":[]}".getBytes(StandardCharsets.UTF_8), "");
            default -> {
                notes.put(path, body);
                yield new Said(200, new byte[0], "");
            }
        };
    }

    private Said noted(String kind, String name, String path, byte[] body) {
        notes.put(path, body);
        NoteReceipt unsigned = new NoteReceipt(
                kind, name, Sha256.of(body), Given.NOON, Signing.keyId(Receipts.CENTRE.getPublic()), new byte[0]);
        NoteReceipt right =
                unsigned.signed(Signing.sign(Receipts.CENTRE.getPrivate(), unsigned.signedBytes()));
        return new Said(200, Wire.write(noteReceipts.apply(right)), "");
    }

    private Said unaccepted(String id, String path, byte[] body) {
        notes.put(path, body);
        Unaccepted said = Wire.read(body, Unaccepted.class).orElseThrow();
        Assignment unsigned = new Assignment(
                new SubmissionId(UUID.fromString(id)),
                Sha256.of(body),
                said.code(),
                "林静",
                "0591-83251235",
                LocalDate.of(2026, 11, 26),
                Given.NOON,
                Signing.keyId(Receipts.CENTRE.getPublic()),
                new byte[0]);
        return new Said(
                200,
                Wire.write(assignments.apply(
                        unsigned.signed(Signing.sign(Receipts.CENTRE.getPrivate(), unsigned.signedBytes())))),
                "");
    }

    /** Loses all it has of a submission. */
    void forget(String id) {
        payloads.remove(id);
        issued.remove(id);
    }

    /** As the centre does it: what it knows from now on is what was said last. */
    private DayAnswer.Chain chain(Reckoning.Chain ends) {
        boolean fits = chain.isEmpty()
                || chain.get().equals(ends.now())
                || chain.equals(ends.before());
        chain = Optional.of(ends.now());
        return new DayAnswer.Chain(ends.now(), fits);
    }

    private Said day(byte[] body) {
        Reckoning said = Wire.read(body, Reckoning.class).orElseThrow();
        List<SubmissionId> unknown = new ArrayList<>();
        List<SubmissionId> different = new ArrayList<>();
        List<DayAnswer.Held> held = new ArrayList<>();
        for (Reckoning.Line line : said.lines()) {
            byte[] payload = payloads.get(line.id().toString());
            if (payload == null) {
                unknown.add(line.id());
            } else if (!line.payload().stream().allMatch(Sha256.of(payload)::equals)) {
                different.add(line.id());
            } else {
                held.add(new DayAnswer.Held(
                        line.id(),
                        Optional.ofNullable(issued.get(line.id().toString())).map(_ -> Receipts.NUMBER)));
            }
        }
        List<SubmissionId> unnamed = unnamedIn.stream()
                .filter(id -> said.lines().stream().noneMatch(line -> line.id().equals(id)))
                .toList();
        DayAnswer right = signed(new DayAnswer(
                said.day(),
                said.page(),
                Sha256.of(body),
                held,
                unknown,
                different,
                unnamed,
                said.chain().map(this::chain),
                Signing.keyId(Receipts.CENTRE.getPublic()),
                new byte[0]));
        return new Said(200, Wire.write(days.apply(right)), "");
    }

    static DayAnswer signed(DayAnswer answer) {
        return answer.signed(Signing.sign(Receipts.CENTRE.getPrivate(), answer.signedBytes()));
    }

    private Said paper(String hash, byte[] body) {
        if (!Sha256.of(body).hex().equals(hash)) {
            return Said.refusal(Refusal.PAPER_DIFFERS);
        }
        papers.put(hash, body);
        return new Said(204, new byte[0], "");
    }

    private Said submission(String id, byte[] body) {
        byte[] before = payloads.putIfAbsent(id, body);
        if (before != null && !Sha256.of(before).equals(Sha256.of(body))) {
            return Said.refusal(Refusal.SUBMISSION_DIFFERS);
        }
        Submission submission = Wire.read(body, Submission.class).orElseThrow();
        return filed(submission.id(), submission.papers(), body);
    }

    private Said supplement(String id, byte[] body) {
        Supplement supplement = Wire.read(body, Supplement.class).orElseThrow();
        assertEquals(id, supplement.id().toString());
        return filed(supplement.id(), supplement.papers(), body);
    }

    private Said filed(SubmissionId name, List<Paper> named, byte[] body) {
        String id = name.toString();
        List<Sha256> all = named.stream().map(Paper::hash).toList();
        List<Sha256> missing = all.stream()
                .filter(hash -> !papers.containsKey(hash.hex()))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            return new Said(202, Wire.write(new Missing(missing)), "");
        }
        boolean first = !issued.containsKey(id);
        byte[] receipt = issued.computeIfAbsent(id, _ -> {
            effects.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
            return Wire.write(receipts.apply(Receipts.signed(Receipts.CENTRE, name, Sha256.of(body), all)));
        });
        return new Said(first ? 201 : 200, receipt, "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
