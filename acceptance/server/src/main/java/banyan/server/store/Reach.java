package banyan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A centre's database for what is done beside the centre, whether that is running or not: without a pool, and without a limit of time. */
public final class Reach implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final DatabaseAt.Given at;
    private final Optional<EmbeddedDatabase> started;

    private Reach(DatabaseAt.Given at, Optional<EmbeddedDatabase> started) {
        this.at = at;
        this.started = started;
    }

    /** Finds it; starts the centre's own where the centre is not running. */
    public static Reach to(DatabaseAt at) throws IOException {
        return switch (at) {
            case DatabaseAt.Given given -> new Reach(given, Optional.empty());
            case DatabaseAt.Embedded own -> {
                Path data = own.folder().toAbsolutePath().resolve("data");
                if (Postmaster.on(data).isPresent()) {
                    yield new Reach(running(own, data), Optional.empty());
                }
                EmbeddedDatabase started = EmbeddedDatabase.start(own);
                yield new Reach(started.at(), Optional.of(started));
            }
        };
    }

    private static DatabaseAt.Given running(DatabaseAt.Embedded own, Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        if (lines.size() <= PORT_LINE) {
            throw new IOException("the centre's PostgreSQL is just starting; try again");
        }
        return new DatabaseAt.Given(
                "jdbc:postgresql://127.0.0.1:" + Integer.parseInt(lines.get(PORT_LINE).strip()) + "/postgres",
                "postgres",
                own.folder().toAbsolutePath().resolve("postgres.password"));
    }

    /** Where it is. */
    public DatabaseAt.Given at() {
        return at;
    }

    /** A connection of one's own. */
    public Connection connect() throws IOException, SQLException {
        Properties how = new Properties();
        how.setProperty("user", at.user());
        how.setProperty("password", Files.readString(at.passwordFile()).strip());
        how.setProperty("ApplicationName", "banyan-beside");
        how.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection(at.url(), how);
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedDatabase::close);
    }
}
