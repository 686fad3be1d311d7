package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Submission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures, health, and an end that keeps its word. */
class WatchTest {
    private static final Engine WATCHED = Engine.USUAL.withWatch(OptionalInt.of(0));

    @TempDir
    Path folder;

    @Test
    void figuresTellRoutesAndStatusesAndNobody() throws IOException, InterruptedException {
        Submission submission = Cases.with();
        try (Centre centre = centre(House.settings(folder), House.ITEMS)) {
            assertEquals(201, there(centre).put(Cases.path(submission), submission).status());
            String figures = get(centre, "/metrics").body();
            assertTrue(
                    figures.contains("centre_requests_seconds_count{method=\"PUT\",route=\"/api/v1/submissions/{id}\",status=\"201\"} 1"),
                    figures);
            for (String name : new String[] {
                "centre_admission_free{door=\"requests\"} 2.0", "centre_admission_refused_total{door=\"papers\"} 0.0",
                "centre_pool_waiting 0.0", "centre_outbox_age_seconds ", "jvm_memory_used_bytes{"
            }) {
                assertTrue(figures.contains(name), name);
            }
            assertFalse(figures.contains(submission.id().toString()));
            assertEquals(200, get(centre, "/health/live").statusCode());
            assertEquals("{\"ready\":true,\"needs\":{\"database\":true,\"papers\":true}}", get(centre, "/health/ready").body());
            assertEquals(404, get(centre, "/metrics/more").statusCode());
        }
    }

    @Test
    void aFullDiskIsNotReady() throws IOException, InterruptedException {
        try (Centre centre = centre(House.settings(folder).withPaperReserve(Long.MAX_VALUE / 2), House.ITEMS)) {
            HttpResponse<String> ready = get(centre, "/health/ready");
            assertEquals(503, ready.statusCode());
            assertEquals("{\"ready\":false,\"needs\":{\"database\":true,\"papers\":false}}", ready.body());
            assertEquals(200, get(centre, "/health/live").statusCode());
        }
    }

    @Test
    void anEndLetsNobodyInAndAnswersWhoIsInside()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestItems slow = new TestItems() {
            @Override
            public java.util.Optional<Objection> objection(Submission submission) {
                inside.countDown();
                await(goOn);
                return super.objection(submission);
            }
        };
        Submission first = Cases.with();
        Submission second = Cases.with();
        try (Centre centre = centre(House.settings(folder), slow);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            TerminalAtTest there = there(centre);
            Future<Integer> answer =
                    threads.submit(() -> there.put(Cases.path(first), first).status());
            assertTrue(inside.await(20, TimeUnit.SECONDS));
            Future<?> end = threads.submit(centre::finish);
            while (get(centre, "/health/ready").statusCode() != 503) {
                Thread.onSpinWait();
            }
            TerminalAtTest.Heard refused = there.send(
                    "GET", "/api/v1/receipts/" + second.id(), new byte[0], banyan.acceptance.Sha256.of(new byte[0]));
            goOn.countDown();
            assertEquals(503, refused.status());
            assertTrue(refused.headers().get("Retry-After") != null);
            assertEquals(201, answer.get(20, TimeUnit.SECONDS));
            end.get(20, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Centre centre(CentreSettings settings, TestItems items) throws IOException {
        Centre centre = Centre.start(settings.withEngine(WATCHED), items);
        centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
        return centre;
    }

    private static TerminalAtTest there(Centre centre) {
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    }

    private static HttpResponse<String> get(Centre centre, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + centre.watchPort().orElseThrow() + path);
            return client.send(
                    HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
