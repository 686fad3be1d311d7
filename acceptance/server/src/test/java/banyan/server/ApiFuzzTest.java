package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.integrator.ApiFuzz;
import banyan.server.wire.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a terminal sends, the centre answers properly, keeps nothing of what it refuses, and serves the next as before. */
class ApiFuzzTest {
    private static final int REQUESTS = 800;
    /** Another each day finds more; the command takes any. */
    private static final long SEED = 20_261_123;

    @TempDir
    Path folder;

    @Test
    void noRequestIsAFaultOfTheCentresAndNothingRefusedIsHeld() throws IOException, InterruptedException {
        CentreSettings now = House.settings(folder)
                .withClock(InstantSource.system())
                .withLimits(4, 8, Duration.ofSeconds(20));
        try (Centre centre = Centre.start(now, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            ApiFuzz.Outcome outcome = ApiFuzz.run(
                    centre.address(),
                    centre.key(),
                    House.TERMINAL,
                    House.TERMINAL_KEYS.getPrivate(),
                    CentreConformanceTest.SAMPLE,
                    SEED,
                    REQUESTS);
            assertEquals("", String.join("\n", outcome.faults()));
            assertTrue(outcome.answers().keySet().stream().anyMatch(answer -> answer.startsWith("201")), "nothing was taken in");
            assertTrue(outcome.answers().containsKey("422 MALFORMED"), "nothing was malformed");
            assertEquals(0, held(outcome), "something that was refused is held");
        }
    }

    private static long held(ApiFuzz.Outcome outcome) {
        UUID[] refused = outcome.refused().stream()
                .flatMap(name -> Names.uuid(name).stream())
                .toArray(UUID[]::new);
        return House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM submission WHERE id = ANY (:ids)")
                        .bind("ids", refused)
                        .mapTo(Long.class)
                        .one());
    }
}
