package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Answer;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our uploads against a server of tus that others wrote. Around it stands only what every centre has to do besides tus: it signs
 * its answers, and gives the same address to a paper that is begun again.
 */
class TusPeerTest {
    private static final String SUBMISSION = "/api/v1/submissions/7f9a2c1e-0000-4000-8000-000000000001";
    private static final int SIZE = 3 * Uploads.CHUNK + 54_321;

    @TempDir
    Path folder;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger chunks = new AtomicInteger();
    private TusFileUploadService peer;
    private Javalin server;

    @BeforeEach
    void start() {
        peer = new TusFileUploadService()
                .withUploadUri("/api/v1/submissions/[^/]+/uploads")
                .withStoragePath(folder.toString());
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    for (String method : List.of("POST", "HEAD", "PATCH")) {
                        config.routes.addHttpHandler(HandlerType.findOrCreate(method), "/api/*", this::answer);
                    }
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aPaperThatIsLeftOffAfterEveryChunkArrivesWhole() throws IOException, TusException {
        byte[] paper = Given.bytes(SIZE, 3);
        try (CentreClient client = TestCentre.client(server.port())) {
            for (int chunk = 0; chunk < 3; chunk++) {
                AtomicInteger asked = new AtomicInteger();
                assertEquals(Optional.empty(), send(client, paper, () -> asked.incrementAndGet() > 1));
            }
            assertInstanceOf(
                    Reply.Answered.class, send(client, paper, () -> false).orElseThrow());
        }
        assertEquals(4, chunks.get(), "each chunk once");
        assertEquals(Sha256.of(paper), arrived());
    }

    @Test
    void aPaperThatIsCutInTheMiddleOfAChunkArrivesWhole() throws IOException, TusException {
        byte[] paper = Given.bytes(SIZE, 4);
        try (FaultProxy proxy = new FaultProxy(server.port());
                CentreClient client = TestCentre.client(proxy.port())) {
            proxy.cutUpAfter(Uploads.CHUNK + Uploads.CHUNK / 2);
            // The peer holds its lock for a moment after the cut, and says so.
            Until.holds(() -> send(client, paper, () -> false).orElseThrow() instanceof Reply.Answered<?>);
        }
        assertEquals(Sha256.of(paper), arrived());
        assertTrue(chunks.get() < 8, "it began anew: " + chunks);
    }

    private static Optional<Reply<CentreClient.Raw>> send(CentreClient client, byte[] paper, BooleanSupplier yield) {
        Uploads.Part part = (from, clear, length) -> System.arraycopy(paper, (int) from, clear, 0, length);
        return new Uploads(client).send(SUBMISSION, Sha256.of(paper), paper.length, part, yield);
    }

    private Sha256 arrived() throws IOException, TusException {
        String address = addresses.values().iterator().next();
        try (InputStream bytes = peer.getUploadedBytes(address)) {
            return Sha256.of(bytes.readAllBytes());
        }
    }

    private void answer(Context ctx) throws IOException {
        String known = addresses.get(String.valueOf(ctx.queryString()));
        if (ctx.req().getMethod().equals("POST") && known != null) {
            ctx.status(201).header("Location", known);
        } else {
            chunks.addAndGet(ctx.req().getMethod().equals("PATCH") ? 1 : 0);
            peer.process(ctx.req(), ctx.res());
        }
        String location = ctx.res().getHeader("Location");
        if (location != null) {
            addresses.put(String.valueOf(ctx.queryString()), location);
        }
        String date = Long.toString(Instant.now().getEpochSecond());
        Answer answer = new Answer(
                ctx.res().getStatus(),
                date,
                String.valueOf(ctx.header(Request.SIGNATURE)),
                Sha256.of(new byte[0]));
        ctx.header(Request.DATE, date)
                .header(Answer.KEY, Signing.keyId(Receipts.CENTRE.getPublic()))
                .header(
                        Request.SIGNATURE,
                        Base64.getEncoder()
                                .encodeToString(Signing.sign(Receipts.CENTRE.getPrivate(), answer.signedBytes())));
    }
}
