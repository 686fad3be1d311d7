package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some terminals on a line that loses three in ten both ways. Ten thousand against the real centre: {@code ./kiosk storm --bad-line}. */
class NothingLostTest {
    private static final int TERMINALS = 6;
    private static final int EACH = 10;

    /** Where nothing is heard for so long, the terminal gives up; in the field it waits longer. */
    private static final Duration SILENCE = Duration.ofMillis(400);

    @TempDir
    Path folder;

    @Test
    void whatSixTerminalsKeptIsAtTheCentreOnceEachOverABadLine() throws IOException {
        OkHttpClient http =
                CentreClient.usual().newBuilder().readTimeout(SILENCE).build();
        try (TestCentre centre = new TestCentre();
                ChaosLine line = new ChaosLine(
                        centre.port(), ChaosLine.Weather.bad(0.2, Duration.ofMillis(100)), 20_261_123);
                Fleet fleet = new Fleet(
                        folder,
                        TERMINALS,
                        TestCentre.centre(line.port()),
                        TestCentre.TERMINAL.getPrivate(),
                        http,
                        Given.QUICK)) {
            fleet.keep(EACH, 5);
            fleet.start();
            Until.holds(Duration.ofSeconds(60), () -> fleet.waiting() == 0);
            assertEquals(TERMINALS * EACH, centre.effects());
            assertEquals(TERMINALS * EACH, centre.effects.size());
            assertEquals(List.of(), fleet.withoutReceipt());
            Until.holds(() -> fleet.ends() == TERMINALS * EACH);
            assertEquals(0, fleet.refused());
            // The least likely happens a dozen times, so that none of it is one chance in a hundred thousand.
            for (ChaosLine.Harm harm : ChaosLine.Harm.values()) {
                assertTrue(line.count(harm) > 0, "the line did nothing of " + harm);
            }
        }
    }
}
