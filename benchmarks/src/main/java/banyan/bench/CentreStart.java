package banyan.bench;

import banyan.server.store.DatabaseAt;
import banyan.walk.Home;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the call of {@code java} to the centre's first answer, where its PostgreSQL is running; with the archive of classes that
 * {@code ./kiosk serve} leaves at its first end.
 */
final class CentreStart {
    private static final int ROUNDS = 5;
    private static final double LIMIT_MILLIS = 2_000;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    /** The first writes the archive when it ends. */
    private static final Duration ENDING = Duration.ofMinutes(2);

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final List<String> PLAIN =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:-UsePerfData");

    private CentreStart() {}

    static Figure measure(Home home, Path folder, DatabaseAt.Given at) throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder).resolve("centre.yaml"),
                "database-url: %s\ndatabase-user: %s\ndatabase-password-file: %s\n"
                        .formatted(at.url(), at.user(), at.passwordFile().toAbsolutePath()));
        List<Double> millis = new ArrayList<>();
        List<String> archive = List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("centre.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
        // The first fills the disk's cache, makes the centre's keys and leaves what the others begin with.
        for (int round = 0; round <= ROUNDS; round++) {
            double taken = start(home, folder, archive);
            if (round > 0) {
                millis.add(taken);
            }
        }
        return Figure.within(
                "centre: start to the first answer, PostgreSQL running", JournalBench.median(millis), "ms", LIMIT_MILLIS);
    }

    private static double start(Home home, Path folder, List<String> sooner) throws IOException, InterruptedException {
        int port = freePort();
        long began = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(Child.java().toString()));
        command.addAll(PLAIN);
        command.addAll(sooner);
        command.addAll(List.of(
                "-Dbanyan.home=" + home.root(),
                "-cp",
                CLASS_PATH,
                "banyan.server.ServeMain",
                "--dir",
                folder.toString(),
                "--port",
                Integer.toString(port)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("centre.log").toFile())
                .start();
        try {
            URI there = URI.create("http://127.0.0.1:" + port + "/");
            byte[] asked = HttpLine.request("GET", "/api/v1/status", "", new byte[0]);
            while (!answers(there, asked)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE) {
                    throw new IOException("the centre did not start: " + Files.readString(folder.resolve("centre.log")));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            process.destroy();
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static boolean answers(URI there, byte[] asked) {
        try (HttpLine line = new HttpLine(there)) {
            return line.send(asked).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
