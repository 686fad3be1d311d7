package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database, after its first centre was killed while it was running on its folder. */
class DatabaseTest {
    private static final Path PROGRAM = Path.of("target", "postgres-program");

    @TempDir
    private static Path folder;

    private static int exit;
    private static Database database;

    @BeforeAll
    static void startAfterAKill() throws IOException, InterruptedException {
        exit = killedCentre(folder);
        database = Database.open(new DatabaseAt.Embedded(folder, PROGRAM), 2);
    }

    /** Its exit status. */
    private static int killedCentre(Path folder) throws IOException, InterruptedException {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledCentre.class.getName(),
                        folder.toString(),
                        PROGRAM.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        return killed.waitFor();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void whatWasCommittedBeforeTheKillIsThere() {
        assertEquals(9, exit);
        long rows = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox")
                        .mapTo(Long.class)
                        .one());
        assertEquals(1, rows);
    }

    @Test
    void aKilledCentreLeavesNoDatabaseRunning(@TempDir Path other)
            throws ExecutionException, IOException, InterruptedException, TimeoutException {
        assertEquals(9, killedCentre(other));
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(other + "/data"))
                .toList();
        for (ProcessHandle process : left) {
            assertEquals(process, process.onExit().get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void itFlushesBeforeItAnswers() {
        Map<String, String> settings = new TreeMap<>();
        for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(
                    name,
                    database.jdbi()
                            .withHandle(handle -> handle.createQuery("SELECT current_setting(:name)")
                                    .bind("name", name)
                                    .mapTo(String.class)
                                    .one()));
        }
        assertEquals(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"), settings);
    }

    @Test
    void itOpensToNobodyWithoutThePassword() {
        String url = database.at().url();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(url, "postgres", "guessed").close());
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void thePasswordIsTheOwnersAlone() throws IOException {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(database.at().passwordFile())));
    }

    @Test
    void aSecondCentreOnTheSameFolderIsRefused() {
        IOException refused =
                assertThrows(IOException.class, () -> Database.open(new DatabaseAt.Embedded(folder, PROGRAM), 2));
        assertEquals("another centre is running on " + folder, refused.getMessage());
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        DatabaseAt.Given nowhere = new DatabaseAt.Given("jdbc:postgresql://127.0.0.1:1/x", "me", password);
        IOException failed = assertThrows(IOException.class, () -> Database.open(nowhere, 1));
        assertTrue(String.valueOf(failed.getMessage()).contains("127.0.0.1:1"));
    }
}
