package banyan.cache;

import banyan.acceptance.Answer;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.CentreIdentity;
import banyan.acceptance.CentreStatus;
import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.MyCases;
import banyan.acceptance.Problem;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Withdrawal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the centre. Each is signed, has a deadline, and gives its failure as a value; an answer counts only if it carries the
 * centre's signature over this very request.
 */
public final class CentreClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** Seconds; whom the centre refuses although its date is right to this will be refused again. */
    private static final long NOT_WORTH_A_TRY = 60;

    private static final int LARGEST_ANSWER = 4 << 20;
    private static final Set<String> BODILESS = Set.of("HEAD", "GET");
    private static final Sha256 NO_BYTES = Sha256.of(new byte[0]);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final Centre centre;
    private final HttpUrl address;
    private final Terminal terminal;
    private final InstantSource clock;
    private final OkHttpClient http;
    /** In force as far as is known; found to be another when the centre has taken one that stands beside it. */
    private volatile PrivateKey key;

    /** Seconds by which the date of a request is put right, as the centre's own signed answer has said. */
    private volatile long apart;

    private volatile Consumer<Reply<?>> hearer = _ -> {};

    /**
     * An answer that is the centre's.
     *
     * @param headers not under its signature
     */
    record Raw(int status, byte[] body, Headers headers) {
        @Override
        public String toString() {
            return "Raw[" + status + "]";
        }
    }

    /** What is sent: so many bytes of a known hash, written when asked, perhaps twice. */
    record Content(@Nullable MediaType type, long length, Sha256 hash, Source source) {
        static Content json(byte[] bytes) {
            return new Content(JSON, bytes.length, Sha256.of(bytes), to -> to.write(bytes));
        }

        static Content of(String type, byte[] bytes) {
            return new Content(MediaType.get(type), bytes.length, Sha256.of(bytes), to -> to.write(bytes));
        }

        static Content of(String type, byte[] bytes, int length, Sha256 hash) {
            return new Content(MediaType.get(type), length, hash, to -> to.write(bytes, 0, length));
        }

        static Content bytes(long length, Sha256 hash, Source source) {
            return new Content(BYTES, length, hash, source);
        }

        static Content none() {
            return new Content(null, 0, NO_BYTES, _ -> {});
        }
    }

    /** Writes the content. */
    interface Source {
        void writeTo(OutputStream to) throws IOException;
    }

    public CentreClient(Centre centre, Terminal terminal, InstantSource clock) {
        this(centre, terminal, clock, usual());
    }

    /** @param http as {@link #usual} made it, or with another patience */
    CentreClient(Centre centre, Terminal terminal, InstantSource clock, OkHttpClient http) {
        this.centre = centre;
        this.address = Objects.requireNonNull(HttpUrl.get(centre.address()), "the centre's address");
        this.terminal = terminal;
        this.key = terminal.key();
        this.clock = clock;
        this.http = http;
    }

    static OkHttpClient usual() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                // A sign-in page on the way is not the centre.
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** What the centre knows of a citizen who has agreed to be looked up. */
    public Reply<Facts> facts(FactsQuery query, Duration deadline) {
        return typed(call("POST", "/api/v1/facts", Content.json(Wire.write(query)), deadline), Facts.class);
    }

    /** How a case stands, for whoever holds its receipt. */
    public Reply<Progress> progress(ProgressQuery query, Duration deadline) {
        return typed(call("POST", "/api/v1/progress", Content.json(Wire.write(query)), deadline), Progress.class);
    }

    /** Takes a case back; the same again changes nothing. It is taken back where the answer's stand says so, and nowhere else. */
    public Reply<Progress> withdraw(String number, Withdrawal withdrawal, Duration deadline) {
        String path = "/api/v1/cases/" + number + "/withdrawn";
        return typed(call("PUT", path, Content.json(Wire.write(withdrawal)), deadline), Progress.class);
    }

    /** The cases of the citizen whose card was read. */
    public Reply<MyCases> cases(CasesQuery query, Duration deadline) {
        return typed(call("POST", "/api/v1/cases/mine", Content.json(Wire.write(query)), deadline), MyCases.class);
    }

    /** Orders the document of a decided case; the same request brings the same one. What became of its paper goes by a {@link Note}. */
    public Reply<Certificate> result(UUID request, ResultOrder order, Duration deadline) {
        return typed(call("PUT", "/api/v1/results/" + request, Content.json(Wire.write(order)), deadline), Certificate.class);
    }

    /** What was issued under this request does not hold any more; whether the centre says so. */
    public boolean declareVoid(UUID request, Duration deadline) {
        return call("PUT", "/api/v1/certificates/" + request + "/void", Content.none(), deadline) instanceof Reply.Answered;
    }

    /** How a submission stands, for whoever holds the slip of what is kept at a terminal. */
    public Reply<SlipAnswer> slip(SlipQuery query, Duration deadline) {
        return typed(call("POST", "/api/v1/slips", Content.json(Wire.write(query)), deadline), SlipAnswer.class);
    }

    /** Orders a certificate; the same request brings the same one. What became of its paper goes by a {@link Note}. */
    public Reply<Certificate> certificate(UUID request, CertificateOrder order, Duration deadline) {
        String path = "/api/v1/certificates/" + request;
        return typed(call("PUT", path, Content.json(Wire.write(order)), deadline), Certificate.class);
    }

    /** Keeps an unfinished form in its citizen's account; kept is what is answered, and nothing else. */
    public Reply<DraftKept> keepDraft(UUID id, Draft draft, Duration deadline) {
        return typed(call("PUT", "/api/v1/drafts/" + id, Content.json(Wire.write(draft)), deadline), DraftKept.class);
    }

    /** What lies in the account of a citizen whose card was read. */
    public Reply<Drafts> drafts(DraftQuery query, Duration deadline) {
        return typed(call("POST", "/api/v1/drafts/find", Content.json(Wire.write(query)), deadline), Drafts.class);
    }

    /** The draft of a code, still sealed. */
    public Reply<PaperDraft.Found> paperDraft(PaperDraft.Query query, Duration deadline) {
        return typed(
                call("POST", "/api/v1/paper-drafts/find", Content.json(Wire.write(query)), deadline),
                PaperDraft.Found.class);
    }

    /** Has a draft destroyed; whether the centre says that there is none now. */
    public boolean deleteDraft(UUID id, Duration deadline) {
        return call("DELETE", "/api/v1/drafts/" + id, Content.none(), deadline) instanceof Reply.Answered;
    }

    /** Whether the centre is there and is the centre. */
    public Reply<CentreStatus> status(Duration deadline) {
        String nonce = HexFormat.of().formatHex(Randomness.bytes(16));
        okhttp3.Request request = request("GET", "/api/v1/status", null)
                .header(Answer.NONCE, nonce)
                .build();
        return typed(exchange(request, nonce, deadline), CentreStatus.class);
    }

    /** The key of whoever answers, which has signed the very answer in which it stands; whose it is says somebody else. */
    Optional<PublicKey> identity(Duration deadline) {
        String nonce = HexFormat.of().formatHex(Randomness.bytes(16));
        Call call = http.newCall(
                request("GET", "/api/v1/identity", null).header(Answer.NONCE, nonce).build());
        call.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            byte[] body = response.body().byteStream().readNBytes(LARGEST_ANSWER);
            return Wire.read(body, CentreIdentity.class)
                    .flatMap(said -> KeyAlgorithm.ED25519.publicKey(said.key()))
                    .filter(key -> response.code() == 200 && signedBy(key, response, nonce, body));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** A request that proves itself by what stands in it. */
    Reply<Raw> unsigned(String method, String path, Content content, Duration deadline) {
        String nonce = HexFormat.of().formatHex(Randomness.bytes(16));
        okhttp3.Request request =
                request(method, path, body(content)).header(Answer.NONCE, nonce).build();
        return exchange(request, nonce, deadline);
    }

    static <T extends Record> Reply<T> typed(Reply<Raw> reply, Class<T> type) {
        return switch (reply) {
            case Reply.Answered<Raw>(var raw) ->
                Wire.read(raw.body(), type)
                        .<Reply<T>>map(Reply.Answered::new)
                        .orElseGet(() -> new Reply.Unreachable<>("ANSWER-NOT-UNDERSTOOD"));
            case Reply.Refused<Raw>(var status, var code, var retryAfter) ->
                new Reply.Refused<>(status, code, retryAfter);
            case Reply.Unreachable<Raw>(var code) -> new Reply.Unreachable<>(code);
        };
    }

    /** One signed request and the centre's own answer to it. */
    Reply<Raw> call(String method, String path, Content content, Duration deadline) {
        return call(method, path, Map.of(), content, deadline);
    }

    /** The same with headers of its own, which are not under the signature. */
    Reply<Raw> call(String method, String path, Map<String, String> headers, Content content, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        long apartBefore = apart;
        PrivateKey by = key;
        Reply<Raw> reply = once(method, path, headers, content, by, end);
        if (is(reply, Refusal.CLOCK_SKEW) && apart != apartBefore) {
            reply = once(method, path, headers, content, by, end);
        }
        if (is(reply, Refusal.SIGNATURE_INVALID)) {
            for (PrivateKey other : terminal.keys().map(keys -> keys.otherThan(by)).orElse(List.of())) {
                Reply<Raw> second = once(method, path, headers, content, other, end);
                if (!(second instanceof Reply.Unreachable) && !is(second, Refusal.SIGNATURE_INVALID)) {
                    key = other;
                    terminal.keys().ifPresent(keys -> keys.inForce(other));
                    reply = second;
                    break;
                }
            }
        }
        hearer.accept(reply);
        return reply;
    }

    private static boolean is(Reply<Raw> reply, Refusal refusal) {
        return reply instanceof Reply.Refused<Raw> no && no.code().equals(refusal.code());
    }

    private Reply<Raw> once(
            String method, String path, Map<String, String> headers, Content content, PrivateKey by, long end) {
        String date = Long.toString(clock.instant().getEpochSecond() + apart);
        Request signed = new Request(method, path, date, content.hash());
        String signature = Base64.getEncoder().encodeToString(Signing.sign(by, signed.signedBytes()));
        okhttp3.Request.Builder request = request(method, path, BODILESS.contains(method) ? null : body(content))
                .header(Request.TERMINAL, terminal.number())
                .header(Request.DATE, date)
                .header(Request.SIGNATURE, signature);
        headers.forEach(request::header);
        return exchange(request.build(), signature, Duration.ofNanos(end - System.nanoTime()));
    }

    /**
     * How many seconds the centre's clock is before this terminal's, as far as requests are signed so: 0 until a centre has refused one because
     * of its date.
     */
    public long clocksApart() {
        return apart;
    }

    /** Who hears of every reply to a signed request, whoever made it. */
    void onReply(Consumer<Reply<?>> listener) {
        hearer = listener;
    }

    private okhttp3.Request.Builder request(String method, String path, @Nullable RequestBody body) {
        int query = path.indexOf('?');
        HttpUrl.Builder url = address.newBuilder().encodedPath(query < 0 ? path : path.substring(0, query));
        return new okhttp3.Request.Builder()
                .url(url.encodedQuery(query < 0 ? null : path.substring(query + 1)).build())
                .method(method, body)
                // The signature is over the body as it is, so nothing on the way may pack it.
                .header("Accept-Encoding", "identity");
    }

    private static RequestBody body(Content content) {
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return content.type();
            }

            @Override
            public long contentLength() {
                return content.length();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                content.source().writeTo(sink.outputStream());
            }
        };
    }

    private Reply<Raw> exchange(okhttp3.Request request, String named, Duration deadline) {
        if (deadline.isZero() || deadline.isNegative()) {
            return new Reply.Unreachable<>("NO-TIME-LEFT");
        }
        Call call = http.newCall(request);
        call.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            byte[] body = response.body().byteStream().readNBytes(LARGEST_ANSWER);
            return judged(response, named, body);
        } catch (SealedFile.Broken damaged) {
            return new Reply.Unreachable<>(PAPER_DAMAGED);
        } catch (IOException failure) {
            // What lies idle beside it may be as dead, and would cost the next call its time.
            http.connectionPool().evictAll();
            return new Reply.Unreachable<>(code(failure));
        }
    }

    /** Not the network's fault: the paper to be sent is not what was kept. */
    static final String PAPER_DAMAGED = "PAPER-DAMAGED";

    private static String code(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> "NAME-NOT-FOUND";
            case ConnectException _ -> "NO-CONNECTION";
            case InterruptedIOException _ -> "TIMEOUT";
            case SSLException _ -> "NOT-TRUSTED";
            default -> "CONNECTION-LOST";
        };
    }

    private Reply<Raw> judged(Response response, String named, byte[] body) {
        if (!signedByCentre(response, named, body)) {
            return new Reply.Unreachable<>("NOT-THE-CENTRE");
        }
        int status = response.code();
        if (status >= 200 && status < 300) {
            return new Reply.Answered<>(new Raw(status, body, response.headers()));
        }
        Optional<Problem> problem = Wire.read(body, Problem.class);
        // A code is logged, stored and shown, so it must be one, whoever signed it.
        String code = problem.map(Problem::code)
                .filter(said -> said.matches("[A-Z0-9-]{1,40}"))
                .orElse("HTTP-" + status);
        if (code.equals(Refusal.CLOCK_SKEW.code())) {
            putRight(response.header(Request.DATE, ""));
        }
        // The header that says the same is not under the signature: anyone on the way could silence a terminal with it.
        Optional<Duration> retryAfter = problem.flatMap(Problem::retryAfterSeconds)
                .filter(seconds -> seconds >= 0)
                .map(Duration::ofSeconds);
        return new Reply.Refused<>(status, code, retryAfter);
    }

    /** The date is under the answer's signature, and the answer is to the request that was just sent. */
    private void putRight(@Nullable String date) {
        if (date != null && date.matches("[0-9]{1,12}")) {
            long off = Long.parseLong(date) - clock.instant().getEpochSecond();
            if (Math.abs(off - apart) > NOT_WORTH_A_TRY) {
                apart = off;
            }
        }
    }

    private boolean signedByCentre(Response response, String named, byte[] body) {
        PublicKey key = centre.keys().get(response.header(Answer.KEY, ""));
        return key != null && signedBy(key, response, named, body);
    }

    private static boolean signedBy(PublicKey key, Response response, String named, byte[] body) {
        String date = response.header(Request.DATE, "");
        String signature = response.header(Request.SIGNATURE, "");
        if (date == null || signature == null) {
            return false;
        }
        try {
            byte[] signed = new Answer(response.code(), date, named, Sha256.of(body)).signedBytes();
            return Signing.holds(key, signed, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The terminal's time. */
    InstantSource clock() {
        return clock;
    }

    Centre centre() {
        return centre;
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
