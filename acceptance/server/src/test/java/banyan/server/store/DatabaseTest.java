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
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database: it must keep what it says it keeps, from one start to the next, and open to nobody else. */
class DatabaseTest {
    private static final Path PROGRAM = Path.of("target", "postgres-program");

    @TempDir
    Path folder;

    @Test
    void itFlushesBeforeItAnswersAsksForAPasswordAndKeepsItsRowsThoughItsProgramWasLeftRunning() throws IOException {
        DatabaseAt.Embedded at = new DatabaseAt.Embedded(folder, PROGRAM);
        // Never closed, as by a centre that was killed: the second start finds the first still running on the folder.
        Database killed = Database.open(at, 2);
        killed.jdbi().useHandle(handle -> {
            assertEquals("on", setting(handle, "fsync"));
            assertEquals("on", setting(handle, "synchronous_commit"));
            assertEquals("on", setting(handle, "full_page_writes"));
            handle.execute("INSERT INTO outbox (terminal, kind, subject, at) VALUES ('0137', 'TEST', 'x', now())");
        });
        String url = killed.at().url();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(url, "postgres", "guessed").close());
        assertEquals("28P01", refused.getSQLState());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(killed.at().passwordFile())));
        try (Database again = Database.open(at, 2)) {
            long rows = again.jdbi().withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox")
                    .mapTo(Long.class)
                    .one());
            assertEquals(1, rows);
        } finally {
            killed.close();
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        DatabaseAt.Given nowhere = new DatabaseAt.Given("jdbc:postgresql://127.0.0.1:1/x", "me", password);
        IOException failed = assertThrows(IOException.class, () -> Database.open(nowhere, 1));
        assertTrue(String.valueOf(failed.getMessage()).contains("127.0.0.1:1"));
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }
}
