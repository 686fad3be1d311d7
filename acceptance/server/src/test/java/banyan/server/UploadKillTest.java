package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.Tus;
import banyan.server.store.DatabaseAt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre dies in the middle of every chunk but the last: what it had promised is there, and nothing else counts. */
class UploadKillTest {
    private static final int CHUNK = 200_000;

    private final byte[] page = TusAtTest.page(3 * CHUNK - 5);
    private final Submission submission = Cases.with(page);

    @TempDir
    Path folder;

    private record Running(Process process, TerminalAtTest terminal, int port) {}

    @Test
    void whatWasPromisedOutlivesAKillInTheMiddleOfTheNextChunk() throws IOException, InterruptedException {
        for (int from = 0; from < page.length; from += CHUNK) {
            Running centre = start();
            try {
                assertEquals(
                        202,
                        centre.terminal().put(Cases.path(submission), submission).status());
                String upload = TusAtTest.location(
                        TusAtTest.begin(centre.terminal(), submission.id(), Sha256.of(page), page.length));
                assertEquals(from, TusAtTest.offset(centre.terminal(), upload));
                int to = Math.min(page.length, from + CHUNK);
                byte[] chunk = Arrays.copyOfRange(page, from, to);
                assertEquals(
                        204, TusAtTest.chunk(centre.terminal(), upload, from, chunk).status());
                if (to == page.length) {
                    assertEquals(
                            201,
                            centre.terminal().put(Cases.path(submission), submission).status());
                } else {
                    killInTheMiddle(centre, upload, to);
                }
            } finally {
                centre.process().destroyForcibly();
                assertTrue(centre.process().waitFor(20, TimeUnit.SECONDS));
            }
        }
    }

    private void killInTheMiddle(Running centre, String upload, int from) throws IOException {
        try (Socket cut = new Socket("127.0.0.1", centre.port())) {
            int most = page.length - from;
            byte[] half = Arrays.copyOfRange(page, from, from + most / 2);
            TusAtTest.sendPart(cut, upload, most, half, java.util.Map.of(Tus.OFFSET, Integer.toString(from)));
            TusAtTest.until(centre.terminal(), 423, upload);
            assertTrue(centre.process().toHandle().destroyForcibly());
        }
    }

    private Running start() throws IOException {
        DatabaseAt.Given at = House.database().at();
        Path key = folder.resolve("terminal.pub");
        KeyFiles.writePublic(key, House.TERMINAL_KEYS.getPublic());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingCentre.class.getName(),
                        folder.toString(),
                        at.url(),
                        at.user(),
                        at.passwordFile().toString(),
                        key.toString())
                .redirectError(folder.resolve("centre.log").toFile())
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("AT ")) {
                int port = Integer.parseInt(line.substring(3));
                PublicKey centre = KeyFiles.readPublic(folder.resolve("centre.pub"));
                URI address = URI.create("http://127.0.0.1:" + port + "/");
                return new Running(
                        process,
                        new TerminalAtTest(
                                address, centre, House.TERMINAL, House.TERMINAL_KEYS, InstantSource.system()),
                        port);
            }
        }
        throw new AssertionError("the centre did not start; see " + folder.resolve("centre.log"));
    }
}
