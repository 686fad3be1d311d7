package banyan.simulator.camera;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.StreamServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document camera's twin: {@code /live.mjpg} is a stream of 1024 by 768 at 15 pictures a second,
 * {@code /still.jpg} one picture of 13 megapixels. Both show the same desk and whatever lies on it.
 */
public final class DocumentCameraTwin implements Twin {
    public static final String ID = "document-camera";
    private static final Set<String> ACTIONS = Set.of(
            "lay", "take-away", "cover", "uncover", "scene", "freeze", "slow", "silence", "heal", "unplug", "plug");
    private static final int LIVE_WIDTH = 1024;
    private static final float LIVE_QUALITY = 0.75f;
    private static final float STILL_QUALITY = 0.88f;
    private static final double LIVE_RATE = 15;

    /** A sensor never gives the same picture twice; so many different ones are shown in turn. */
    private static final int NOISE_PATTERNS = 3;

    private static final int STILLS_KEPT = 4;

    /** What is shown: the scene, and its live pictures ready to be sent. */
    private record Shown(Scene scene, List<byte[]> frames) {
        static Shown of(Scene scene) {
            return new Shown(
                    scene,
                    Painter.paint(scene, LIVE_WIDTH, NOISE_PATTERNS).stream()
                            .map(picture -> Pictures.jpeg(picture, LIVE_QUALITY))
                            .toList());
        }
    }

    private final Fixtures fixtures;
    private final Traffic traffic = new Traffic(new PictureWords());
    private final StreamServer server;
    private final AtomicInteger stills = new AtomicInteger();
    private final Shown emptyDesk = Shown.of(Scene.empty());
    private final Map<String, byte[]> taken = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > STILLS_KEPT;
        }
    };
    private Scene scene = emptyDesk.scene();
    private volatile Shown shown = emptyDesk;
    private final Feed feed = new Feed(LIVE_RATE, () -> shown.frames());

    public DocumentCameraTwin(int port, Fixtures fixtures) {
        this.fixtures = fixtures;
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
            case "lay" -> {
                Optional<Page> page = page(fields);
                Scene laid = placed(fields, Scene.empty().withPage(page));
                yield fields.then(() -> look(laid), this::state);
            }
            case "scene" -> {
                Scene changed = placed(fields, scene);
                yield fields.then(() -> look(changed), this::state);
            }
            case "take-away" ->
                fields.then(() -> look(scene.withPage(Optional.empty()).withCovered(false)), this::state);
            case "cover" -> fields.then(() -> look(scene.withCovered(true)), this::state);
            case "uncover" -> fields.then(() -> look(scene.withCovered(false)), this::state);
            case "freeze" ->
                fields.then(feed::freeze, this::state);
            case "slow" -> {
                double rate = fields.decimal("framesPerSecond", 0.1, LIVE_RATE, 1);
                double seconds = fields.decimal("stillSeconds", 0, 60, 5);
                yield fields.then(() -> feed.slow(rate, seconds), this::state);
            }
            case "silence" ->
                fields.then(feed::fallSilent, this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(server::unplug, this::state);
            case "plug" -> fields.then(server::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Optional<Page> page(Fields fields) {
        Optional<String> name = fields.text("page");
        Optional<String> file = fields.text("file");
        int sheet = fields.number("sheet", 1, 1000, 1);
        if (name.isPresent() == file.isPresent()) {
            fields.mistaken("give either page, a fixture's name, or file, a path");
            return Optional.empty();
        }
        Optional<byte[]> bytes = name.isPresent() ? name.flatMap(this::fixture) : file.flatMap(Fixtures::read);
        Optional<Page> page = bytes.flatMap(read -> Page.of(name.orElse("given by path"), read, sheet));
        if (page.isEmpty()) {
            fields.mistaken("there is no such page, or it is not a readable PNG, JPEG or PDF");
        }
        return page;
    }

    private Optional<byte[]> fixture(String name) {
        return fixtures.bytes(Fixtures.Kind.PAGES, name).or(() -> fixtures.bytes(Fixtures.Kind.PAGES, name + ".png"));
    }

    private static Scene placed(Fields fields, Scene before) {
        return new Scene(
                before.page(),
                fields.number("millimetres", 50, 330, before.millimetres()),
                fields.decimal("rotation", -180, 180, before.rotation()),
                fields.flag("cutOff", before.cutOff()),
                fields.flag("covered", before.covered()),
                fields.flag("blurred", before.blurred()),
                fields.choice("desk", Scene.Desk.class, before.desk()),
                fields.choice("light", Scene.Light.class, before.light()));
    }

    /** When this returns the stream shows the new scene, unless the camera is frozen. */
    private void look(Scene now) {
        scene = now;
        if (!feed.health().frozen()) {
            show();
        }
    }

    private void show() {
        shown = scene.equals(emptyDesk.scene()) ? emptyDesk : Shown.of(scene);
    }

    private void heal() {
        feed.heal();
        if (!shown.scene().equals(scene)) {
            show();
        }
    }

    @Override
    public synchronized void reset() {
        feed.heal();
        look(emptyDesk.scene());
        stills.set(0);
        server.plug();
    }

    @Override
    public synchronized ObjectNode state() {
        Feed.Health now = feed.health();
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", server.plugged());
        state.put("live", liveUri().toString()).put("still", stillUri().toString());
        state.put("viewers", feed.viewers()).put("stillsTaken", stills.get());
        state.put("framesPerSecond", now.rate()).put("stillSeconds", now.stillSeconds());
        state.put("frozen", now.frozen()).put("silent", now.silent());
        scene.page().ifPresent(page -> state.put("page", page.label()));
        state.put("rotation", scene.rotation()).put("millimetres", scene.millimetres());
        state.put("covered", scene.covered()).put("cutOff", scene.cutOff()).put("blurred", scene.blurred());
        state.put("desk", Fields.word(scene.desk())).put("light", Fields.word(scene.light()));
        return state;
    }

    private void still(OutputStream out) throws IOException {
        feed.silence();
        long due = System.nanoTime() + (long) (feed.health().stillSeconds() * 1e9);
        byte[] jpeg = take(shown.scene());
        stills.incrementAndGet();
        Feed.pauseUntil(due);
        out.write(Feed.ascii("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n"));
        out.write(jpeg);
    }

    /** Kept by a scene's words, so that the page's pixels are not kept with it. */
    private byte[] take(Scene of) {
        String words = of.page().map(Page::key).orElse("") + of.withPage(Optional.empty());
        synchronized (taken) {
            return taken.computeIfAbsent(
                    words,
                    _ -> Pictures.jpeg(
                            Painter.paint(of, Painter.SENSOR_WIDTH, 1).getFirst(), STILL_QUALITY));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
