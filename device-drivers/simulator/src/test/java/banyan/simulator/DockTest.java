package banyan.simulator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The dock's page shows every twin, reaches everything that can be done to it, and shows its wire without what is somebody's. */
class DockTest {
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.in(folder));
    }

    @AfterEach
    void takeBack() {
        simulator.reset();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        simulator.close();
    }

    private static String resource(String name) {
        try (InputStream in = DockTest.class.getResourceAsStream("/banyan/simulator/dock/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, JsonNode> panels() {
        Map<String, JsonNode> panels = new LinkedHashMap<>();
        Fields.JSON
                .readTree(resource("panels.json"))
                .path("panels")
                .forEach(panel -> panels.put(panel.path("id").stringValue(), panel));
        return panels;
    }

    static List<String> devices() {
        return simulator.twins().stream().map(Twin::id).toList();
    }

    private static List<JsonNode> deeds(JsonNode panel) {
        List<JsonNode> deeds = new ArrayList<>();
        Stream.of("hand", "faults", "cable").forEach(group -> panel.path(group).forEach(deeds::add));
        return deeds;
    }

    @Test
    void everyTwinHasAPanelAndWordsForItsState() {
        assertEquals(new TreeSet<>(devices()), new TreeSet<>(panels().keySet()));
        String states = resource("states.js");
        assertAll(devices().stream()
                .map(id -> () -> assertTrue(states.contains("  \"" + id + "\": ") || states.contains("  " + id + ": "), id)));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyActionOfATwinIsOnItsPanelAndIsAnsweredAsThePanelAsks(String device) throws IOException, InterruptedException {
        JsonNode panel = Optional.ofNullable(panels().get(device)).orElseThrow();
        Set<String> reached = new TreeSet<>();
        for (JsonNode deed : deeds(panel)) {
            String action = deed.path("act").stringValue();
            assertFalse(deed.path("zh").stringValue("").isBlank(), action);
            assertFalse(deed.path("en").stringValue("").isBlank(), action);
            String answer = post("devices/" + device + "/" + action, body(deed)).body();
            assertFalse(answer.contains("\"error\""), () -> action + ": " + answer);
            reached.add(action);
        }
        assertEquals(new TreeSet<>(simulator.twin(device).orElseThrow().actions()), reached);
    }

    /** What the page sends when the button is pressed and nothing was changed. */
    private static ObjectNode body(JsonNode deed) throws IOException, InterruptedException {
        ObjectNode body = deed.path("body") instanceof ObjectNode given ? given.deepCopy() : Fields.JSON.createObjectNode();
        for (JsonNode field : deed.path("fields")) {
            String name = field.path("name").stringValue();
            if (field.has("from")) {
                body.put(name, fixture(field));
            } else if (field.has("options")) {
                body.set(name, field.path("options").path(0).path(0));
            } else {
                body.set(name, field.path(field.has("least") ? "value" : "text"));
            }
        }
        return body;
    }

    private static String fixture(JsonNode field) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        Fields.JSON
                .readTree(get("fixtures").body())
                .path(field.path("from").stringValue())
                .forEach(name -> names.add(name.stringValue()));
        String wanted = field.path("value").stringValue();
        return names.stream().filter(name -> name.startsWith(wanted + ".")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "dock.css", "dock.js", "states.js", "wire.js", "panels.json"})
    void thePageIsWholeInItselfAndTakesNoWordForMarkup(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(name.equals("index.html") ? "" : name);
        assertEquals(resource(name), answer.body());
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'self'"));
        assertFalse(answer.body().matches("(?s).*(https?://|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\().*"));
    }

    @Test
    void whatPassesIsToldAsItHappensAndWithoutWhatIsSomebodys() throws IOException, InterruptedException {
        HttpResponse<InputStream> events =
                CLIENT.send(HttpRequest.newBuilder(uri("traffic")).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals("text/event-stream; charset=utf-8", events.headers().firstValue("Content-Type").orElse(""));
        Traffic traffic = simulator.twin("signature-pad").orElseThrow().traffic();
        traffic.passed(Way.TO_DEVICE, new byte[] {'1'}, 1);
        traffic.passed(Way.TO_DRIVER, new byte[] {(byte) 0xA1, 5, 5, 5, 5, 5, 5, 5, 5}, 9);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            String told = "";
            while (!told.contains("pen touches")) {
                String line = lines.readLine();
                told += line.contains("signature-pad") ? line : "";
            }
            assertTrue(told.contains("\"name\":\"start\""), told);
            assertTrue(told.contains("\"hidden\":true,\"hex\":\"a1················\""), told);
        }
        assertTrue(get("devices/signature-pad/traffic").body().contains("a1····"));
        assertTrue(get("devices/signature-pad/traffic?personal=shown").body().contains("a10505"));
        assertTrue(get("devices/signature-pad/traffic.txt").body().contains(" a10000"));
        assertEquals("[]", send("DELETE", "devices/signature-pad/traffic").body());
    }

    @Test
    void onlySoManyLookAtTheTrafficAtOnce() throws IOException, InterruptedException {
        List<InputStream> looking = new ArrayList<>();
        try {
            int status = 200;
            while (status == 200 && looking.size() < 40) {
                HttpResponse<InputStream> events = CLIENT.send(
                        HttpRequest.newBuilder(uri("traffic")).build(), HttpResponse.BodyHandlers.ofInputStream());
                looking.add(events.body());
                status = events.statusCode();
            }
            assertEquals(503, status);
        } finally {
            for (InputStream stream : looking) {
                stream.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic/id-card-reader", "devices/printer/traffic/1", "devices/printer/traffic.zip"})
    void elsewhereThereIsNoTraffic(String path) throws IOException, InterruptedException {
        assertEquals(404, get(path).statusCode());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void anyBytesHaveANameOrNoneAndNothingThrows(String device) {
        Traffic traffic = simulator.twin(device).orElseThrow().traffic();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(device.hashCode());
        List<byte[]> beginnings = Stream.of(
                        "AAAAAA9669", "EF01FFFFFFFF07", "EF01FFFFFFFF01", "0102", "1D49", "A101", "02", "00A4", "16", "504F5354200D0A0D0A0D0A")
                .map(HexFormat.of()::parseHex)
                .toList();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            random.nextBytes(bytes);
            byte[] beginning = beginnings.get(random.nextInt(beginnings.size()));
            if (random.nextBoolean()) {
                System.arraycopy(beginning, 0, bytes, 0, Math.min(bytes.length, beginning.length));
            }
            int count = random.nextInt(bytes.length + 1);
            traffic.passed(random.nextBoolean() ? Way.TO_DEVICE : Way.TO_DRIVER, bytes, count);
        }
        assertEquals(Traffic.MOST_FRAMES, traffic.after(0).size());
        traffic.clear();
    }

    private static URI uri(String path) {
        return simulator.controlUri().resolve(path);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private static HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String path, ObjectNode body) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
