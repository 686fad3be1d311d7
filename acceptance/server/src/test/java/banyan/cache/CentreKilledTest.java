package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.server.ChildCentre;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A centre that is killed again and again while terminals bring what they keep: nothing is lost, and nothing is there twice. */
class CentreKilledTest {
    private static final int TERMINALS = 8;
    private static final int WAITING = 15;
    private static final int KILLS = 3;
    private static final Sync.Pacing QUICK = new Sync.Pacing(
            Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMillis(200), Duration.ofMillis(200));

    private final KeyPair pair = KeyFiles.newPair();

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void whatTerminalsBringIsThereOnceHoweverOftenTheCentreIsKilled() throws IOException, InterruptedException {
        ChildCentre centre = centre(0);
        Centre there = Centre.of(URI.create("http://127.0.0.1:" + centre.port()), centre.key());
        OkHttpClient http = CentreClient.usual();
        try (Fleet fleet = new Fleet(
                Files.createDirectories(folder.resolve("terminals")), TERMINALS, there, pair.getPrivate(), http, QUICK)) {
            fleet.keep(WAITING, 5);
            fleet.start();
            int whole = TERMINALS * WAITING;
            for (int kill = 1; kill <= KILLS; kill++) {
                // In the middle of it: some are here, others on their way.
                int some = whole * kill / (KILLS + 2);
                await(() -> fleet.received().size() >= some);
                assertTrue(fleet.waiting() > 0, "nothing was under way any more");
                centre.kill();
                centre = centre(centre.port());
            }
            await(() -> fleet.waiting() == 0 && fleet.ends() == whole);
            assertEquals(List.of(), fleet.withoutReceipt());
            assertEquals(whole, fleet.acceptanceNumbers().size());
            assertEquals(0, fleet.refused());
            assertEquals(whole, centre.held(fleet.kept()));
        } finally {
            centre.close();
        }
    }

    private ChildCentre centre(int port) throws IOException {
        List<String> numbers = IntStream.range(0, TERMINALS).mapToObj(Fleet::number).toList();
        return ChildCentre.start(folder.resolve("centre"), port, numbers, pair.getPublic());
    }

    private static void await(java.util.function.BooleanSupplier met) throws InterruptedException {
        while (!met.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}
