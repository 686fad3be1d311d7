package banyan.server.wire;

import banyan.acceptance.Refusal;
import banyan.server.staff.Sessions;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages of staff that are told when what they show has changed, by server-sent events. What was asked is asked again here for all of them
 * together, and only a change is sent; a line ends with its session.
 */
final class LiveLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLines.class);
    /** Each holds a thread that does nothing, and a connection. */
    static final int MOST = 64;

    private static final Duration EACH = Duration.ofSeconds(2);
    /** Well within the time after which a silent connection is closed. */
    private static final int TICKS_TO_A_COMMENT = 5;

    private final Sessions sessions;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Semaphore free = new Semaphore(MOST);
    private final Thread thread;

    private record Line(SseClient client, String token, Route route) {}

    LiveLines(Sessions sessions) {
        this.sessions = sessions;
        this.thread = Thread.ofVirtual().name("live-lines").start(this::run);
    }

    /** Whether the answer to this is to be a line of events. */
    static boolean wanted(Route route, Context ctx) {
        return route.kind() == Route.Kind.STAFF_LIVE && "text/event-stream".equals(ctx.header("Accept"));
    }

    /** Keeps the line open and says at once how things stand; what is refused is empty where it does. */
    Optional<Reply> open(Route route, Context ctx, Reply stands, String token) {
        if (!free.tryAcquire()) {
            return Optional.of(Reply.refused(Refusal.CENTRE_BUSY));
        }
        new SseHandler(client -> {
                    Line line = new Line(client, token, route);
                    client.onClose(() -> {
                        if (lines.remove(line)) {
                            free.release();
                        }
                    });
                    lines.add(line);
                    client.sendEvent("stands", new String(stands.body(), StandardCharsets.UTF_8));
                    client.keepAlive();
                })
                .handle(ctx);
        return Optional.empty();
    }

    private void run() {
        Map<Route, byte[]> before = new HashMap<>();
        for (long tick = 0; !Thread.currentThread().isInterrupted(); tick++) {
            LockSupport.parkNanos(EACH.toNanos());
            if (lines.isEmpty()) {
                continue;
            }
            try {
                tell(before, tick);
            } catch (IOException | RuntimeException failed) {
                LOG.warn("LIVE-LINES-FAILED {}", Failures.inWords(failed));
            }
        }
    }

    private void tell(Map<Route, byte[]> before, long tick) throws IOException {
        Set<String> signedIn = sessions.standing(lines.stream().map(Line::token).toList());
        lines.stream().filter(line -> !signedIn.contains(line.token())).forEach(line -> line.client().close());
        Set<Route> routes = new HashSet<>();
        lines.forEach(line -> routes.add(line.route()));
        for (Route route : routes) {
            byte[] now = route.handler()
                    .handle(new Call("", Map.of(), new byte[0], InputStream.nullInputStream(), Map.of()))
                    .body();
            boolean changed = !Arrays.equals(before.put(route, now), now);
            String said = new String(now, StandardCharsets.UTF_8);
            for (Line line : lines) {
                if (line.route().equals(route) && changed) {
                    line.client().sendEvent("stands", said);
                } else if (tick % TICKS_TO_A_COMMENT == 0) {
                    line.client().sendComment("still here");
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        lines.forEach(line -> line.client().close());
    }
}
