package banyan.simulator;

import banyan.simulator.traffic.Frame;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ArrayNode;

/**
 * What passes over the twins' wires, as server-sent events: at first what is kept, then what comes. What is somebody's is hidden unless
 * whoever looks asks for it.
 */
final class TrafficFeed {
    /** So many may look at once; a page has one. */
    private static final int MOST_VIEWERS = 8;

    /** Of a wire's past so many frames are told to whoever begins to look. */
    private static final int PAST = 60;

    /** So many frames go in one event. */
    private static final int MOST_IN_ONE = 200;

    private static final int STILL_HERE_SECONDS = 10;

    /** What comes together is told together. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private final List<Twin> twins;
    private final Semaphore places = new Semaphore(MOST_VIEWERS);

    TrafficFeed(List<Twin> twins) {
        this.twins = twins;
    }

    /** Tells one viewer until it goes; false where too many look already. */
    boolean serve(HttpExchange exchange, boolean personal) throws IOException {
        if (!places.tryAcquire()) {
            return false;
        }
        Semaphore news = new Semaphore(1);
        Runnable ring = news::release;
        twins.forEach(twin -> twin.traffic().watch(ring));
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            tell(exchange.getResponseBody(), news, personal);
        } catch (InterruptedException _) {
            // The simulator ends.
            Thread.currentThread().interrupt();
        } finally {
            twins.forEach(twin -> twin.traffic().leave(ring));
            places.release();
        }
        return true;
    }

    private void tell(OutputStream out, Semaphore news, boolean personal) throws IOException, InterruptedException {
        Map<String, Long> seen = new HashMap<>();
        for (Twin twin : twins) {
            List<Frame> past = twin.traffic().after(0);
            seen.put(twin.id(), past.size() > PAST ? past.get(past.size() - PAST - 1).number() : 0L);
        }
        while (!Thread.currentThread().isInterrupted()) {
            if (news.tryAcquire(STILL_HERE_SECONDS, TimeUnit.SECONDS)) {
                var _ = news.drainPermits();
                for (Twin twin : twins) {
                    tell(out, twin, seen, personal);
                }
            } else {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            LockSupport.parkNanos(GATHER_NANOS);
        }
    }

    private static void tell(OutputStream out, Twin twin, Map<String, Long> seen, boolean personal) throws IOException {
        List<Frame> fresh = twin.traffic()
                .after(Optional.ofNullable(seen.get(twin.id())).orElse(0L));
        for (int from = 0; from < fresh.size(); from += MOST_IN_ONE) {
            ArrayNode event = Fields.JSON.createArrayNode();
            for (Frame frame : fresh.subList(from, Math.min(fresh.size(), from + MOST_IN_ONE))) {
                add(event, frame, twin.id(), personal);
                seen.put(twin.id(), frame.number());
            }
            out.write(("data: " + Fields.JSON.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All that is kept of one wire. */
    static ArrayNode all(Twin twin, boolean personal) {
        ArrayNode all = Fields.JSON.createArrayNode();
        Traffic traffic = twin.traffic();
        traffic.after(0).forEach(frame -> add(all, frame, twin.id(), personal));
        return all;
    }

    private static void add(ArrayNode into, Frame frame, String device, boolean personal) {
        into.addObject()
                .put("device", device)
                .put("number", frame.number())
                .put("at", frame.millis())
                .put("way", frame.way().arrow())
                .put("name", frame.spoken().name())
                .put("length", frame.length())
                .put("cut", frame.cut())
                .put("hidden", !personal && frame.spoken().to() > frame.spoken().from())
                .put("hex", frame.hex(personal));
    }
}
