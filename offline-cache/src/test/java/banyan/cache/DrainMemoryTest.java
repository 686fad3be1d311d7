package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal whose whole heap is smaller than one of its papers sends them. How much is resident while two gigabytes go is measured by
 * {@code ./kiosk bench drain}.
 */
class DrainMemoryTest {
    private static final int PAPER = 30_000_000;
    private static final int HEAP_MEGABYTES = 20;

    @Test
    void papersThatAreLargerThanTheHeapAreSent(@TempDir Path folder) throws IOException, InterruptedException {
        KeyFiles.writePrivate(folder.resolve("terminal.key"), TestCentre.TERMINAL.getPrivate());
        KeyFiles.writePublic(folder.resolve("centre.pub"), Receipts.CENTRE.getPublic());
        Sealed sealed;
        try (Journal journal = Given.journal(folder)) {
            PageStore pages = PageStore.open(folder, VisitKey.random());
            sealed = Given.sealed(journal, List.of(paper(pages, 1), paper(pages, 2)));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        }
        try (TestCentre centre = new TestCentre()) {
            Process terminal = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Xmx" + HEAP_MEGABYTES + "m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            DrainingTerminal.class.getName(),
                            folder.toString(),
                            "http://127.0.0.1:" + centre.port())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("terminal.log").toFile())
                    .start();
            try {
                assertTrue(terminal.waitFor(60, TimeUnit.SECONDS), "it did not come to an end");
                assertEquals(0, terminal.exitValue());
                assertTrue(centre.effects.containsKey(sealed.id().toString()));
            } finally {
                terminal.destroyForcibly();
            }
        }
    }

    private static PageHandle paper(PageStore pages, int seed) {
        byte[] bytes = Given.bytes(PAPER, seed);
        return assertInstanceOf(PageStore.Put.Stored.class, pages.put(new ByteArrayInputStream(bytes), PAPER))
                .page();
    }
}
