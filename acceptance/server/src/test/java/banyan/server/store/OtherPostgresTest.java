package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.AtPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is not ours, and the oldest that we name: Debian's 15. */
class OtherPostgresTest {
    private static final Path PROGRAM = Path.of("/usr/lib/postgresql/15/bin");
    private static Path folder;
    private static boolean running;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assertTrue(Files.isExecutable(PROGRAM.resolve("postgres")), "needed: apt-get install postgresql-15");
        folder = Files.createTempDirectory(Path.of("/tmp"), "banyan-pg15-");
        if (asRoot()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Files.writeString(folder.resolve("password"), "only-for-this-test");
        run("initdb", "-D", folder + "/data", "-U", "banyan", "--pwfile=" + folder + "/password", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (running) {
            run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "-w", "stop");
        }
        if (folder != null) {
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        }
    }

    @Test
    void aCentreDoesItsWorkOnIt() throws IOException, InterruptedException {
        int port = freePort();
        run("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", "-c listen_addresses=127.0.0.1 -p " + port + " -k ''", "start");
        running = true;
        DatabaseAt.Given at = new DatabaseAt.Given(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "banyan", folder.resolve("password"));
        try (Database database = Database.open(at, 2)) {
            assertTrue(database.jdbi()
                    .withHandle(handle -> handle.createQuery("SHOW server_version").mapTo(String.class).one())
                    .startsWith("15."));
        }
        assertEquals(AtPostgres.DONE, AtPostgres.works(folder.resolve("centre"), at));
    }

    private static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** As the user whom Debian made for it, where we are root, whom it refuses. */
    private static void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(asRoot() ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of());
        words.add(PROGRAM.resolve(program).toString());
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".out").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> said(program));
    }

    private static String said(String program) {
        try {
            return Files.readString(folder.resolve(program + ".out"));
        } catch (IOException none) {
            return program;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
