package banyan.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Simulator simulator;

    @BeforeAll
    static void start() throws IOException {
        Path fixtures = Files.createDirectories(folder.resolve("mine/cards"));
        Files.writeString(fixtures.resolve("guest.json"), """
                {"name": "样张", "birth": "1990-01-01", "address": "样张路", "number": "x", "issuer": "样张局",
                 "validFrom": "2020-01-01", "validTo": "2040-01-01"}""");
        simulator = Simulator.start(SimulatorSettings.in(folder.resolve("run")).withFixtures(folder.resolve("mine")));
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

    @Test
    void everyDeviceTellsItsStateAndActions() throws IOException, InterruptedException {
        String all = get("devices").body();
        for (String id : new String[] {"id-card-reader", "document-camera", "signature-pad", "fingerprint-pad", "printer"}) {
            assertTrue(all.contains("\"id\":\"" + id + "\""), id);
        }
        assertTrue(all.contains("\"pull-during-read\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | devices/id-card-reader/put | {\"card\":\"zhang-sanfeng\"} | 200",
                "POST | devices/id-card-reader/put | {\"card\":\"guest\"} | 200",
                "POST | devices/id-card-reader/put | {\"card\":\"../guest\"} | 400",
                "POST | devices/id-card-reader/put | {} | 400",
                "POST | devices/id-card-reader/put | [] | 400",
                "POST | devices/id-card-reader/put | {\"card | 400",
                "POST | devices/id-card-reader/lift | {\"how\":\"fast\"} | 400",
                "POST | devices/id-card-reader/juggle | {} | 404",
                "POST | devices/toaster/lift | {} | 404",
                "PUT | devices/id-card-reader/lift | {} | 405",
                "POST | devices | {} | 405",
                "GET | devices/printer/paper/1 | | 404",
                "GET | devices/printer/paper | | 200",
                "GET | fixtures | | 200",
                "GET | nothing | | 404",
                "POST | reset | | 200",
                "DELETE | devices/printer | | 200"
            })
    void everyRequestIsAnsweredAsDocumented(String method, String path, String body, int status)
            throws IOException, InterruptedException {
        assertEquals(status, send(method, path, body == null ? "" : body).statusCode());
    }

    @Test
    void aRefusalNamesTheMistakes() throws IOException, InterruptedException {
        String answer = send("POST", "devices/printer/load", "{\"sheets\": 9999, \"colour\": 1}")
                .body();
        assertEquals(
                "{\"error\":\"sheets must be a whole number from 0 to 250; there is no field colour\","
                        + "\"mistakes\":[\"sheets must be a whole number from 0 to 250\",\"there is no field colour\"]}",
                answer);
    }

    @Test
    void aBodyWithoutEndIsRefused() throws IOException, InterruptedException {
        String body = "{\"card\": \"" + "x".repeat(1 << 20) + "\"}";
        assertEquals(413, send("POST", "devices/id-card-reader/put", body).statusCode());
    }

    @Test
    void aPageOfAnotherSiteMayNotMoveTheDevices() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("devices/id-card-reader/lift"))
                .header("Origin", "http://example.org")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertEquals(403, exchange(request).statusCode());
    }

    @Test
    void resetTakesEverythingBack() throws IOException, InterruptedException {
        send("POST", "devices/id-card-reader/put", "{\"card\":\"zhang-sanfeng\"}");
        send("POST", "devices/id-card-reader/unplug", "");
        send("POST", "devices/printer/empty", "");
        send("POST", "devices/document-camera/lay", "{\"page\":\"blank\"}");
        String before = get("devices").body();
        assertEquals(200, send("POST", "reset", "").statusCode());
        String after = get("devices").body();
        assertTrue(
                before.contains("zhang-sanfeng") && before.contains("media-empty-error") && before.contains("blank"));
        assertFalse(after.contains("zhang-sanfeng") || after.contains("media-empty-error") || after.contains("blank"));
        assertFalse(after.contains("\"plugged\":false"));
    }

    @ParameterizedTest
    @CsvSource({"'', 模拟设备", "dock.js, fetch", "dock.css, body"})
    void theDockIsThere(String path, String words) throws IOException, InterruptedException {
        assertTrue(get(path).body().contains(words));
    }

    @Test
    void aClosedSimulatorLeavesNoPortsBehind() {
        Simulator closed = Simulator.start(SimulatorSettings.in(folder.resolve("closed")));
        closed.close();
        assertFalse(Files.exists(closed.idCardReaderPort(), LinkOption.NOFOLLOW_LINKS));
        assertThrows(
                IOException.class,
                () -> exchange(HttpRequest.newBuilder(closed.controlUri()).build()));
    }

    @Test
    void aPortThatIsTakenStartsNothing() {
        int taken = simulator.controlUri().getPort();
        SimulatorSettings same = SimulatorSettings.in(folder.resolve("second")).withPorts(taken, 0, 0);
        assertThrows(UncheckedIOException.class, () -> Simulator.start(same));
        assertFalse(Files.exists(folder.resolve("second/id-card-reader"), LinkOption.NOFOLLOW_LINKS));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return simulator.controlUri().resolve(path);
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
