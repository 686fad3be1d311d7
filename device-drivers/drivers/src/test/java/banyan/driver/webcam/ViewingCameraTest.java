package banyan.driver.webcam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.DocumentCamera;
import banyan.device.DocumentCamera.Still;
import banyan.device.Fault;
import banyan.device.Outcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cameras answer that the twin never would. */
class ViewingCameraTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    /** What the camera gives for a still. */
    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private volatile Answering still = exchange -> exchange.sendResponseHeaders(404, -1);

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        server.createContext("/still", exchange -> {
            try (exchange) {
                still.to(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private DocumentCamera ready(boolean stills) throws InterruptedException {
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> values = new HashMap<>(Map.of("url", root + "/live"));
        if (stills) {
            values.put("still-url", root + "/still");
        }
        DocumentCamera camera =
                assertInstanceOf(DocumentCamera.class, new MjpegDriver().create(new DeviceSettings("camera", values)));
        CountDownLatch ready = new CountDownLatch(1);
        camera.start((_, state) -> {
            if (state instanceof DeviceState.Ready) {
                ready.countDown();
            }
        });
        boolean _ = ready.await(10, TimeUnit.SECONDS);
        return camera;
    }

    private Fault faultOfStill(Answering answering) throws InterruptedException {
        still = answering;
        try (DocumentCamera camera = ready(true)) {
            Outcome<Still> outcome = camera.still(Deadline.in(Duration.ofSeconds(10)));
            return assertInstanceOf(Outcome.Failed.class, outcome).fault();
        }
    }

    private static Answering bytes(byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    @Test
    void aCameraWithoutAnAddressForStillsCannotTakeThemAndSaysSo() throws InterruptedException {
        try (DocumentCamera camera = ready(false)) {
            assertEquals(Set.of(Capability.LIVE_PICTURE), camera.capabilities());
            Outcome<Still> outcome = camera.still(Deadline.in(Duration.ofSeconds(10)));
            assertEquals(
                    Fault.Kind.UNSUPPORTED,
                    assertInstanceOf(Outcome.Failed.class, outcome).fault().kind());
        }
    }

    @Test
    void aBusyCameraIsBusy() throws InterruptedException {
        assertEquals(
                Fault.Kind.BUSY,
                faultOfStill(exchange -> exchange.sendResponseHeaders(503, -1)).kind());
    }

    @Test
    void aPageInThePlaceOfAPictureIsRefused() throws InterruptedException {
        assertEquals(
                "CAMERA-NOT-JPEG",
                faultOfStill(bytes("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .code());
        assertEquals(
                "CAMERA-NOT-JPEG",
                faultOfStill(exchange -> exchange.sendResponseHeaders(200, -1)).code());
    }

    @Test
    void aStillThatIsTooLargeIsRefusedBeforeItIsWhole() throws InterruptedException {
        Fault fault = faultOfStill(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] portion = new byte[1_000_000];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(portion);
                }
            }
        });
        assertEquals("CAMERA-ANSWER-TOO-LARGE", fault.code());
    }

    @Test
    void aPictureOfTooManyPixelsIsRefused() throws InterruptedException {
        byte[] head = {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8, 0x7F, 0x7F, 0x7F, 0x7F, 3, 0, 0, 0, 0
        };
        assertEquals("CAMERA-PICTURE-TOO-LARGE", faultOfStill(bytes(head)).code());
    }

    @Test
    void aStillThatBreaksOffIsNotHandedOver() throws InterruptedException {
        Fault fault = faultOfStill(exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.getResponseBody().flush();
        });
        assertEquals(Fault.Kind.DISCONNECTED, fault.kind());
    }
}
