package banyan.server.wire;

import banyan.acceptance.Answer;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Readiness;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Tus;
import banyan.server.staff.Sessions;
import banyan.server.store.Arrival;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The centre's HTTP server: limits, the gate, one signed answer for every request under {@code /api}. */
public final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration WHOLE_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAPER_PATIENCE = Duration.ofMinutes(10);
    /** What has arrived of a chunk by then is kept, or sent again. */
    private static final Duration CHUNK_PATIENCE = Duration.ofMinutes(2);

    /** A terminal gives a paper up itself at five times this pace; whoever is slower holds a place from others. */
    private static final Arrival.Pace PAPER_PACE = new Arrival.Pace(Duration.ofSeconds(30), 10_000);

    /** A chunk may come from somebody's telephone. */
    private static final Arrival.Pace CHUNK_PACE = new Arrival.Pace(Duration.ofSeconds(30), 2_000);

    private static final int HEADER_BYTES = 16 * 1024;
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING_FETCHED =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    private static final Sha256 NO_BYTES = Sha256.of(new byte[0]);
    /** So many that share transactions are as much work as one that has its own. */
    private static final int TOGETHER = 8;
    /** A draft in base64, and what stands around it. */
    private static final int STRANGER_BYTES = 2 * PaperDraft.MAX_SEALED;

    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private static final List<String> LOOKED_AT = List.of(
            Request.SIGNATURE,
            Tus.RESUMABLE, Tus.OFFSET, Tus.LENGTH, Tus.CHECKSUM, "Content-Type", "X-HTTP-Method-Override", "Range", "If-Match");

    /**
     * How much at once.
     *
     * @param requests that use the database
     * @param papers under way at the same time
     * @param patience how long one that finds no place waits before it is sent away
     */
    public record Limits(int requests, int papers, Duration patience) {}

    private final Gate gate;
    private final AnswerSeal seal;
    private final StaffGate staffGate;
    private final LiveLines live;
    private final Admission requests;
    private final Admission together;
    private final Admission papers;
    private final Admission pages;
    private final Admission staff;
    private final Watcher watcher;
    private final UnderWay underWay = new UnderWay();
    private final Javalin server;
    private final ServerConnector[] connector = new ServerConnector[1];

    /**
     * Opens it.
     *
     * @param tls empty where whatever stands before it speaks TLS
     * @throws IOException if nothing can be heard at this host and port, or certificate or key cannot be used
     */
    public HttpDoor(
            String host,
            int port,
            List<Route> routes,
            Terminals terminals,
            CentreKey key,
            InstantSource clock,
            Limits limits,
            Sessions sessions,
            Watcher watcher,
            Optional<TlsAt> tls)
            throws IOException {
        this.gate = new Gate(terminals, clock);
        this.seal = new AnswerSeal(key, clock);
        this.watcher = watcher;
        this.staffGate = new StaffGate(sessions);
        this.live = new LiveLines(sessions);
        this.requests = new Admission(limits.requests(), limits.patience());
        this.together = new Admission(limits.requests() * TOGETHER, limits.patience());
        this.papers = new Admission(limits.papers(), limits.patience());
        // Strangers who look at pages never take more than a part of what terminals need.
        this.pages = new Admission(Math.max(1, limits.requests() / 4), limits.patience());
        // Nor do staff, whose pages ask often.
        this.staff = new Admission(Math.max(2, limits.requests() / 4), limits.patience());
        try {
            this.server = Javalin.create(config -> configure(config, host, port, routes, tls));
            server.start();
        } catch (java.io.UncheckedIOException unusable) {
            throw unusable.getCause();
        } catch (io.javalin.util.JavalinException taken) {
            throw new IOException("nothing can be heard at " + host + ":" + port, taken);
        }
    }

    /** Where it listens. */
    public int port() {
        return connector[0].getLocalPort();
    }

    /** How it stands at each of its doors. */
    public List<Crowd> crowds() {
        return List.of(requests.crowd("requests"), papers.crowd("papers"), pages.crowd("pages"), staff.crowd("staff"));
    }

    /**
     * Lets nobody in any more and waits until those who are inside have been answered, for so long at most.
     *
     * @return how many were left
     */
    public int finish(Duration most) {
        live.close();
        return underWay.end(most);
    }

    @Override
    public void close() {
        live.close();
        server.stop();
    }

    private void configure(JavalinConfig config, String host, int port, List<Route> routes, Optional<TlsAt> tls) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(http -> {
            // With its cache a header was taken for an earlier one of the same connection that it merely begins like, in whichever case.
            http.setHeaderCacheSize(0);
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES);
        });
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new Unreadable(seal)));
        config.jetty.addConnector((jetty, http) -> {
            connector[0] = tls.map(at -> sealed(jetty, http, at))
                    .orElseGet(() -> new ServerConnector(jetty, new HttpConnectionFactory(http)));
            connector[0].setHost(host);
            connector[0].setPort(port);
            connector[0].setIdleTimeout(IDLE.toMillis());
            return connector[0];
        });
        for (Route route : routes) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()),
                    route.path(),
                    ctx -> answered(route, ctx));
        }
        config.routes.error(404, ctx -> nothingHere(ctx, Refusal.ROUTE_UNKNOWN));
        config.routes.error(405, ctx -> nothingHere(ctx, Refusal.METHOD_UNKNOWN));
    }

    private static ServerConnector sealed(Server jetty, HttpConfiguration http, TlsAt at) {
        try {
            return SealedConnector.of(jetty, http, at);
        } catch (IOException unusable) {
            throw new java.io.UncheckedIOException(unusable);
        }
    }

    /** Javalin's own answers to what has no route; those of routes are left as they are. */
    private void nothingHere(Context ctx, Refusal refusal) {
        if (ctx.res().getHeader(Answer.KEY) == null && ctx.path().startsWith("/api")) {
            answer(ctx, Reply.refused(refusal));
        }
    }

    private void answered(Route route, Context ctx) {
        long from = System.nanoTime();
        String id = RequestId.next();
        // In every line that is written on the way, and in the answer: by it one finds the other.
        try (MDC.MDCCloseable _ = MDC.putCloseable("request", id)) {
            ctx.header(RequestId.HEADER, id);
            boolean inside = underWay.enter();
            try {
                Reply reply = route.shown(inside ? handled(route, ctx) : ended());
                boolean line = reply.status() == 200 && LiveLines.wanted(route, ctx);
                (line ? live.open(route, ctx, reply, staffGate.token(ctx)) : Optional.of(reply)).ifPresent(said -> answer(ctx, said));
                watcher.answered(route, reply.status(), System.nanoTime() - from);
            } finally {
                if (inside) {
                    underWay.leave();
                }
            }
        }
    }

    /** Another centre behind the same address may take it, on a connection of its own. */
    private static Reply ended() {
        return Reply.refused(Refusal.CENTRE_BUSY).with(Map.of("Connection", "close"));
    }

    private Reply handled(Route route, Context ctx) {
        try {
            return switch (route.kind()) {
                case JSON -> whole(route, ctx, Request.MAX_JSON_BYTES, requests);
                case JSON_TOGETHER -> whole(route, ctx, Request.MAX_JSON_BYTES, together);
                case PDF -> whole(route, ctx, Readiness.MAX_BYTES, requests);
                case PAPER -> paper(route, ctx);
                case UPLOAD -> upload(route, ctx);
                // Touches no database, and must be answered while everything else has to wait.
                case OPEN -> route.handler().handle(open(ctx));
                case STRANGER -> stranger(route, ctx);
                case PAGE -> admitted(pages, route, open(ctx));
                case PAGE_HERE -> fromHere(ctx) ? admitted(pages, route, open(ctx)) : Reply.page(404, "");
                case STAFF, STAFF_LIVE, STAFF_DOOR -> staff(route, ctx);
            };
        } catch (Arrival.Broken broken) {
            LOG.info("BODY-BROKEN slow={}", broken.slow());
            return Reply.refused(Refusal.BODY_SLOW);
        } catch (IOException | RuntimeException failure) {
            Refusal refusal = Failures.storeAway(failure) ? Refusal.STORE_AWAY : Refusal.CENTRE_FAULT;
            // Kinds of failure and places in our code; never a message, which may quote what was sent.
            LOG.error("{} {}", refusal.code(), Failures.inWords(failure));
            return Reply.refused(refusal);
        }
    }

    private Reply whole(Route route, Context ctx, int most, Admission admission) throws IOException {
        Gate.Shown shown = shown(ctx);
        Optional<Refusal> refusal = gate.beforeTheBody(shown);
        if (refusal.isPresent()) {
            return Reply.refused(refusal.get());
        }
        // Before its body is in memory: what waits at the door costs memory, and that has a bound too.
        if (admission.crowded()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        byte[] body = new Arrival(ctx.req().getInputStream(), WHOLE_PATIENCE).readNBytes(most + 1);
        if (body.length > most) {
            return Reply.refused(Refusal.BODY_TOO_LARGE);
        }
        if (!gate.signed(shown, Sha256.of(body))) {
            return Reply.refused(Refusal.SIGNATURE_INVALID);
        }
        return admitted(admission, route, call(ctx, shown.terminal(), body, InputStream.nullInputStream()));
    }

    /** The hash in the path is under the signature, so a stranger is sent away before the body is read. */
    private Reply paper(Route route, Context ctx) throws IOException {
        Gate.Shown shown = shown(ctx);
        Optional<Refusal> refusal = gate.beforeTheBody(shown);
        if (refusal.isPresent()) {
            return Reply.refused(refusal.get());
        }
        Optional<Sha256> named = Names.hash(ctx.pathParam("hash"));
        if (named.isEmpty()) {
            return Reply.refused(Refusal.ROUTE_UNKNOWN);
        }
        if (!gate.signed(shown, named.get())) {
            return Reply.refused(Refusal.SIGNATURE_INVALID);
        }
        InputStream body = new Arrival(ctx.req().getInputStream(), PAPER_PATIENCE, PAPER_PACE);
        return admitted(papers, route, call(ctx, shown.terminal(), new byte[0], body));
    }

    /**
     * The token is the right, so that any client of tus can go on. A signature that is given is over the hash of the chunk, and is
     * judged before the chunk is read.
     */
    private Reply upload(Route route, Context ctx) throws IOException {
        Gate.Shown shown = shown(ctx);
        if (!shown.terminal().isEmpty()) {
            Optional<Refusal> refusal = gate.beforeTheBody(shown);
            if (refusal.isPresent()) {
                return Reply.refused(refusal.get());
            }
            Sha256 body = Tus.checksum(header(ctx, Tus.CHECKSUM)).orElse(NO_BYTES);
            if (!gate.signed(shown, body)) {
                return Reply.refused(Refusal.SIGNATURE_INVALID);
            }
        }
        InputStream body = new Arrival(ctx.req().getInputStream(), CHUNK_PATIENCE, CHUNK_PACE);
        return admitted(papers, route, call(ctx, shown.terminal(), new byte[0], body));
    }

    /** Who asks stands where else the terminal does: a stranger's trying is bounded too. */
    private Reply stranger(Route route, Context ctx) throws IOException {
        if (pages.crowded()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        byte[] body = new Arrival(ctx.req().getInputStream(), WHOLE_PATIENCE).readNBytes(STRANGER_BYTES + 1);
        return body.length > STRANGER_BYTES
                ? Reply.refused(Refusal.BODY_TOO_LARGE)
                : admitted(pages, route, call(ctx, "at " + ctx.req().getRemoteAddr(), body, InputStream.nullInputStream()));
    }

    /** Whether somebody may is decided before a byte of the body is read. */
    private Reply staff(Route route, Context ctx) throws IOException {
        if (!staff.enter()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        StaffGate.Verdict verdict;
        try {
            verdict = staffGate.look(route, ctx);
        } finally {
            staff.leave();
        }
        return switch (verdict) {
            case StaffGate.Verdict.Away(Reply why) -> why;
            case StaffGate.Verdict.In(Caller caller) -> {
                byte[] body =
                        new Arrival(ctx.req().getInputStream(), WHOLE_PATIENCE).readNBytes(Request.MAX_JSON_BYTES + 1);
                yield body.length > Request.MAX_JSON_BYTES
                        ? Reply.refused(Refusal.BODY_TOO_LARGE)
                        : admitted(
                                staff,
                                route,
                                new Call("", ctx.pathParamMap(), body, InputStream.nullInputStream(), said(ctx), caller));
            }
        };
    }

    private static Call open(Context ctx) {
        return call(ctx, "", new byte[0], InputStream.nullInputStream());
    }

    private static Reply admitted(Admission admission, Route route, Call call) throws IOException {
        for (Map.Entry<String, String> variable : call.path().entrySet()) {
            if (Route.UUIDS.contains(variable.getKey())
                    && Names.uuid(variable.getValue()).isEmpty()) {
                return Reply.refused(Refusal.ROUTE_UNKNOWN);
            }
        }
        if (!admission.enter()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        try {
            return route.handler().handle(call);
        } finally {
            admission.leave();
        }
    }

    private static Call call(Context ctx, String terminal, byte[] body, InputStream stream) {
        return new Call(terminal, ctx.pathParamMap(), body, stream, said(ctx));
    }

    private static Map<String, String> said(Context ctx) {
        Map<String, String> said = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> said.put(name, values.getFirst()));
        LOOKED_AT.stream()
                .filter(name -> ctx.header(name) != null)
                .forEach(name -> said.put(name, header(ctx, name)));
        return said;
    }

    private static Gate.Shown shown(Context ctx) {
        String certified = SealedConnector.terminal(ctx.req().getAttribute(CERTIFICATE));
        String named = header(ctx, Request.TERMINAL);
        return new Gate.Shown(
                ctx.req().getMethod(),
                line(ctx),
                named.isEmpty() ? certified : named,
                header(ctx, Request.DATE),
                header(ctx, Request.SIGNATURE),
                certified);
    }

    private static String line(Context ctx) {
        String query = ctx.req().getQueryString();
        return query == null ? ctx.req().getRequestURI() : ctx.req().getRequestURI() + "?" + query;
    }

    private static String header(Context ctx, String name) {
        String value = ctx.header(name);
        return value == null ? "" : value;
    }

    /** A browser on this machine, and not one that another site has sent here under its own name. */
    private static boolean fromHere(Context ctx) {
        String host = header(ctx, "Host").replaceFirst(":[0-9]+$", "");
        boolean named = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        boolean passedOn = ctx.header("X-Forwarded-For") != null || ctx.header("Forwarded") != null;
        String from = ctx.req().getRemoteAddr();
        return named
                && !passedOn
                && (from.startsWith("127.") || from.contains("0:0:0:0:0:0:0:1") || from.equals("[::1]"));
    }

    private void answer(Context ctx, Reply said) {
        Reply reply = ctx.req().getMethod().equals("HEAD") ? said.headOnly() : said;
        reply.headers().forEach(ctx::header);
        ctx.status(reply.status());
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        if (!reply.mediaType().isEmpty()) {
            ctx.contentType(reply.mediaType());
        }
        if (ctx.path().startsWith("/api")) {
            sign(ctx, reply);
        } else {
            ctx.header(POLICY, reply.headers().getOrDefault(POLICY, NOTHING_FETCHED));
            ctx.header("Referrer-Policy", "no-referrer");
            ctx.header("X-Robots-Tag", "noindex");
        }
        if (reply.body().length > 0) {
            ctx.result(reply.body());
        }
    }

    private void sign(Context ctx, Reply reply) {
        seal.headers(reply.status(), reply.body(), ctx.header(Request.SIGNATURE), ctx.header(Answer.NONCE))
                .forEach(ctx::header);
    }
}
