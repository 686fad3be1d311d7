package banyan.server;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.SubmissionId;
import banyan.server.store.DatabaseAt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A centre in a process of its own over the database of all tests, to be killed and started again; and the program that it runs. */
public final class ChildCentre implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;
    private final PublicKey key;

    private ChildCentre(Process process, int port, PublicKey key) {
        this.process = process;
        this.port = port;
        this.key = key;
    }

    /**
     * Starts one and returns when it listens.
     *
     * @param folder of its keys and papers; the same again is the same centre
     * @param port 0 for any that is free
     * @param terminals who may speak
     * @param key theirs, all of them the same
     */
    public static ChildCentre start(Path folder, int port, List<String> terminals, PublicKey key) throws IOException {
        DatabaseAt.Given at = House.database().at();
        Path shown = Files.createDirectories(folder).resolve("terminal.pub");
        if (!Files.exists(shown)) {
            KeyFiles.writePublic(shown, key);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildCentre.class.getName(),
                        folder.toString(),
                        at.url(),
                        at.user(),
                        at.passwordFile().toString(),
                        shown.toString(),
                        Integer.toString(port),
                        String.join(",", terminals))
                .redirectError(folder.resolve("centre.log").toFile())
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("AT ")) {
                return new ChildCentre(
                        process, Integer.parseInt(line.substring(3)), KeyFiles.readPublic(folder.resolve("centre.pub")));
            }
        }
        throw new AssertionError("the centre did not start; see " + folder.resolve("centre.log"));
    }

    public int port() {
        return port;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Under which its receipts are to be checked. */
    public PublicKey key() {
        return key;
    }

    /** How many rows of these submissions the database has, each with its receipt. */
    public long held(Set<SubmissionId> submissions) {
        UUID[] ids = submissions.stream().map(SubmissionId::value).toArray(UUID[]::new);
        return House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM submission JOIN receipt USING (terminal, id) WHERE id = ANY (:ids)")
                        .bind("ids", ids)
                        .mapTo(Long.class)
                        .one());
    }

    /** Whatever it is doing; returns when it is gone. */
    public void kill() {
        process.toHandle().destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the centre outlives its kill");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Folder, database with user and password file, the terminals' key, port, terminals; its own key it leaves in the folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CentreSettings settings = CentreSettings.in(folder)
                .withDatabase(new DatabaseAt.Given(arguments[1], arguments[2], Path.of(arguments[3])))
                .withPort(Integer.parseInt(arguments[5]))
                .withPaperReserve(0)
                .withLimits(2, 8, Duration.ofSeconds(5));
        Centre centre = Centre.closed(settings, AnyItem::new);
        for (String terminal : arguments[6].split(",", -1)) {
            centre.introduce(terminal, KeyFiles.readPublic(Path.of(arguments[4])));
        }
        KeyFiles.writePublic(folder.resolve("centre.pub"), centre.key());
        centre.listen();
        System.out.println("AT " + centre.port());
        System.out.flush();
    }
}
