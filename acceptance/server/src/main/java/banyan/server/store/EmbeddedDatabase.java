package banyan.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A PostgreSQL of the centre's own, started from the unpacked program by zonky. Zonky means its databases for tests and starts
 * them with {@code fsync} off and open to everybody on the machine; this one keeps promises, so both are turned round.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 40;
    private static final String ONLY_WITH_PASSWORD = """
            # The password is in the file beside this folder, readable by its owner.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final FileChannel inUse;
    private final EmbeddedPostgres postgres;
    private final Process guard;
    private final Path passwordFile;

    private EmbeddedDatabase(FileChannel inUse, EmbeddedPostgres postgres, Process guard, Path passwordFile) {
        this.inUse = inUse;
        this.postgres = postgres;
        this.guard = guard;
        this.passwordFile = passwordFile;
    }

    static EmbeddedDatabase start(DatabaseAt.Embedded at) throws IOException {
        Path folder = at.folder().toAbsolutePath();
        OwnFolder.make(folder);
        OwnFolder.make(at.binaries());
        FileChannel inUse = lock(folder.resolve("in-use"));
        try {
            return start(at, folder, inUse);
        } catch (IOException failed) {
            inUse.close();
            throw failed;
        }
    }

    private static EmbeddedDatabase start(DatabaseAt.Embedded at, Path folder, FileChannel inUse) throws IOException {
        Path data = folder.resolve("data");
        // A centre that was killed may have left it running, or it is still on its way out.
        Optional<Postmaster> orphan = Postmaster.on(data);
        if (orphan.isPresent()) {
            orphan.get().end();
        }
        Path passwordFile = folder.resolve("postgres.password");
        if (!Files.exists(passwordFile)) {
            writeNewPassword(passwordFile);
        }
        String password = Files.readString(passwordFile);
        EmbeddedPostgres postgres = builder(at, folder, data, password).start();
        try {
            // Zonky opens it to everybody, and it holds a program that is run.
            OwnFolder.close(at.binaries());
            Postmaster running = Postmaster.on(data).orElseThrow(() -> new IOException("it has ended again"));
            secure(postgres, data, password);
            return new EmbeddedDatabase(inUse, postgres, running.endWithUs(), passwordFile);
        } catch (SQLException | IOException failed) {
            postgres.close();
            throw new IOException("the centre's own PostgreSQL could not be secured", failed);
        }
    }

    /** One centre for a folder: a second one must not take the first one's PostgreSQL for an orphan. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException byThisProgram) {
            // Told below, like a lock of another program.
        }
        channel.close();
        throw new IOException("another centre is running on " + file.getParent());
    }

    private static EmbeddedPostgres.Builder builder(DatabaseAt.Embedded at, Path folder, Path data, String password) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(at.binaries().toAbsolutePath().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                // A failed statement is logged without the values that were in it.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
    }

    /** How it is reached. */
    DatabaseAt.Given at() {
        return new DatabaseAt.Given(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", passwordFile);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException alreadyGone) {
            // It writes its log ahead: whatever way it ended, the next start recovers what was committed.
        }
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // It guards nothing any more.
        }
        try {
            inUse.close();
        } catch (IOException alreadyGone) {
            // The lock goes with the program at the latest.
        }
    }

    /** The first start finds zonky's door open to all; from then on the password is asked for. */
    private static void secure(EmbeddedPostgres postgres, Path data, String password)
            throws SQLException, IOException {
        Path rules = data.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Hexadecimal digits only, see below, so there is nothing in it to quote.
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            Files.writeString(rules, ONLY_WITH_PASSWORD, StandardOpenOption.TRUNCATE_EXISTING);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static void writeNewPassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, OwnFolder.FILE);
        Files.writeString(file, HexFormat.of().formatHex(random));
    }
}
