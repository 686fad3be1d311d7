package banyan.walk.inside;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the player's orders inside the terminal: one JSON object a line, one answer each. */
public final class ControlChannel {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 30;

    private final JsonMapper json = new JsonMapper();
    private final Supplier<String> page;
    private final Consumer<Duration> forward;

    /**
     * @param page the name of the page that the visit shows now
     * @param forward moves the terminal's clock
     */
    public ControlChannel(Supplier<String> page, Consumer<Duration> forward) {
        this.page = page;
        this.forward = forward;
    }

    /** Serves the player until it goes away. */
    public void serve(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(json.writeValueAsString(answer(json.readTree(line))));
            }
        }
    }

    private Map<String, Object> answer(JsonNode order) {
        try {
            return switch (order.path("do").asString()) {
                case "tap" -> tap(order.path("target").asString());
                case "page" -> Map.of("ok", true, "page", page.get());
                case "see" ->
                    onFx(() -> Map.of("ok", true, "page", page.get(), "texts", Eyes.texts(), "ids", Eyes.ids()));
                case "draw" -> draw(order.path("target").asString(), order.path("strokes"));
                case "shot" -> shot(order.path("file").asString());
                case "clock" -> {
                    forward.accept(Duration.ofMillis(order.path("millis").asLong()));
                    yield Map.of("ok", true);
                }
                default -> Map.of("ok", false, "why", "unknown order");
            };
        } catch (ExecutionException | TimeoutException | IOException broken) {
            return Map.of("ok", false, "why", String.valueOf(broken.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Map.of("ok", false, "why", "interrupted");
        }
    }

    /** Waits until the target is there, enabled, and has stopped moving; then touches it. */
    private Map<String, Object> tap(String target) throws ExecutionException, TimeoutException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<Bounds> before = Optional.empty();
        String why = "not on the screen";
        while (System.nanoTime() < until) {
            Optional<Bounds> last = before;
            Touch touch = onFx(() -> touch(target, last));
            if (touch.why().isEmpty()) {
                return Map.of("ok", true);
            }
            why = touch.why();
            before = touch.where();
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return Map.of("ok", false, "why", why);
    }

    /**
     * What came of trying to touch something.
     *
     * @param why empty where it was touched
     */
    private record Touch(String why, Optional<Bounds> where) {}

    /** In one turn of the screen's thread: what is found may be another node in the next. */
    private static Touch touch(String target, Optional<Bounds> before) {
        Optional<Node> node = Eyes.find(target);
        if (node.isEmpty()) {
            return new Touch("not on the screen", Optional.empty());
        }
        Optional<Bounds> now = node.map(Eyes::onScene);
        if (disabled(node.get())) {
            return new Touch("disabled", now);
        }
        if (!now.equals(before)) {
            return new Touch("moving", now);
        }
        new Finger().tap(node.get());
        return new Touch("", now);
    }

    private static boolean disabled(Node node) {
        return node.isDisabled() || node.getStyleClass().contains("unavailable");
    }

    private Map<String, Object> draw(String target, JsonNode strokes)
            throws ExecutionException, TimeoutException, InterruptedException {
        Optional<Node> canvas = onFx(() -> Eyes.find(target));
        if (canvas.isEmpty()) {
            return Map.of("ok", false, "why", "not on the screen");
        }
        for (JsonNode stroke : strokes) {
            boolean first = true;
            for (JsonNode point : stroke) {
                boolean start = first;
                onFx(() -> {
                    Finger finger = new Finger();
                    Bounds bounds = Eyes.onScene(canvas.get());
                    finger.move(
                            canvas.get().getScene(),
                            bounds.getMinX() + point.path(0).asDouble() * bounds.getWidth(),
                            bounds.getMinY() + point.path(1).asDouble() * bounds.getHeight());
                    if (start) {
                        finger.down();
                    }
                    return true;
                });
                first = false;
            }
            onFx(() -> {
                new Finger().up();
                return true;
            });
        }
        return Map.of("ok", true);
    }

    private Map<String, Object> shot(String file)
            throws ExecutionException, TimeoutException, InterruptedException, IOException {
        WritableImage image =
                onFx(() -> Eyes.scene().map(ControlChannel::picture).orElseThrow());
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                png.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(png, "png", new File(file));
        return Map.of("ok", true);
    }

    private static WritableImage picture(Scene scene) {
        return scene.snapshot(null);
    }

    private static <T> T onFx(Callable<T> look) throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(look);
        Platform.runLater(task);
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
