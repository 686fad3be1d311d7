package banyan.simulator.camera;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.StreamServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/**
 * The face camera's twin: {@code /live.mjpg} is a stream of 640 by 480 at 15 pictures a second, {@code /still.jpg} one picture of
 * 1920 by 1440. Before it is nobody, or one or two persons who do not exist.
 */
public final class FaceCameraTwin implements Twin {
    public static final String ID = "face-camera";
    private static final Set<String> ACTIONS = Set.of(
            "nobody",
            "person",
            "two-persons",
            "cover",
            "uncover",
            "freeze",
            "slow",
            "silence",
            "heal",
            "unplug",
            "plug");
    private static final int LIVE_WIDTH = 640;
    private static final int STILL_WIDTH = 1920;
    private static final float QUALITY = 0.85f;
    private static final double LIVE_RATE = 15;
    private static final int NOISE_PATTERNS = 3;

    /** What is before the camera. */
    private record Scene(int persons, boolean covered) {
        static final Scene EMPTY = new Scene(0, false);

        List<byte[]> pictures(int width, int takes) {
            return Portrait.paint(persons, covered, width, takes).stream()
                    .map(picture -> Pictures.jpeg(picture, QUALITY))
                    .toList();
        }
    }

    private final Traffic traffic = new Traffic(new PictureWords());
    private final StreamServer server;
    private final AtomicInteger stills = new AtomicInteger();
    private volatile Scene scene = Scene.EMPTY;
    private volatile List<byte[]> frames = Scene.EMPTY.pictures(LIVE_WIDTH, NOISE_PATTERNS);
    private final Feed feed = new Feed(LIVE_RATE, () -> frames);

    /** @param port 0 for any free one */
    public FaceCameraTwin(int port) {
        this.server = new StreamServer(ID, port, Map.of("/live.mjpg", feed::live, "/still.jpg", this::still), traffic);
    }

    @Override
    public String id() {
        return ID;
    }

    public URI liveUri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/live.mjpg");
    }

    public URI stillUri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/still.jpg");
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
    public synchronized Answer act(String action, Fields fields) {
        return switch (action) {
            case "nobody" -> fields.then(() -> look(new Scene(0, scene.covered())), this::state);
            case "person" -> fields.then(() -> look(new Scene(1, scene.covered())), this::state);
            case "two-persons" -> fields.then(() -> look(new Scene(2, scene.covered())), this::state);
            case "cover" -> fields.then(() -> look(new Scene(scene.persons(), true)), this::state);
            case "uncover" -> fields.then(() -> look(new Scene(scene.persons(), false)), this::state);
            case "freeze" -> fields.then(feed::freeze, this::state);
            case "slow" -> {
                double rate = fields.decimal("framesPerSecond", 0.1, LIVE_RATE, 1);
                double seconds = fields.decimal("stillSeconds", 0, 60, 5);
                yield fields.then(() -> feed.slow(rate, seconds), this::state);
            }
            case "silence" -> fields.then(feed::fallSilent, this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(server::unplug, this::state);
            case "plug" -> fields.then(server::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    /** When this returns the stream shows the new scene, unless the camera is frozen. */
    private void look(Scene now) {
        boolean other = !scene.equals(now);
        scene = now;
        if (other && !feed.health().frozen()) {
            frames = now.pictures(LIVE_WIDTH, NOISE_PATTERNS);
        }
    }

    private void heal() {
        boolean frozen = feed.health().frozen();
        feed.heal();
        if (frozen) {
            frames = scene.pictures(LIVE_WIDTH, NOISE_PATTERNS);
        }
    }

    private void still(OutputStream out) throws IOException {
        feed.silence();
        long due = System.nanoTime() + (long) (feed.health().stillSeconds() * 1e9);
        byte[] jpeg = scene.pictures(STILL_WIDTH, 1).getFirst();
        stills.incrementAndGet();
        Feed.pauseUntil(due);
        out.write(Feed.ascii("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n"));
        out.write(jpeg);
    }

    @Override
    public synchronized void reset() {
        heal();
        look(Scene.EMPTY);
        stills.set(0);
        server.plug();
    }

    @Override
    public synchronized ObjectNode state() {
        Feed.Health health = feed.health();
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", server.plugged());
        state.put("live", liveUri().toString()).put("still", stillUri().toString());
        state.put("viewers", feed.viewers()).put("stillsTaken", stills.get());
        state.put("framesPerSecond", health.rate()).put("stillSeconds", health.stillSeconds());
        state.put("frozen", health.frozen()).put("silent", health.silent());
        state.put("persons", scene.persons()).put("covered", scene.covered());
        return state;
    }

    @Override
    public void close() {
        server.close();
    }
}
