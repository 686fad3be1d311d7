package banyan.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/** The centre's rows: a migrated PostgreSQL behind a pool of connections in which no statement runs for ever. */
public final class Database implements AutoCloseable {
    private static final Duration STATEMENT = Duration.ofSeconds(10);
    /** For what does not wait at the door: the rows of papers that have arrived, those who write arrivals, and the migration. */
    private static final int BESIDES = 4;
    /** Submissions that go alone have as many places as all other requests together. */
    private static final int TWICE = 2;

    private static final Duration CONNECTION = Duration.ofSeconds(5);

    private final DatabaseAt.Given at;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Optional<EmbeddedDatabase> embedded;

    private Database(DatabaseAt.Given at, HikariDataSource pool, Optional<EmbeddedDatabase> embedded) {
        this.at = at;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.embedded = embedded;
    }

    /** Opens and migrates it. An {@link IOException} says in its message what is wrong with the place. */
    public static Database open(DatabaseAt at, int connections) throws IOException {
        return switch (at) {
            case DatabaseAt.Embedded place -> {
                EmbeddedDatabase started = EmbeddedDatabase.start(place);
                yield open(started.at(), connections, Optional.of(started));
            }
            case DatabaseAt.Given given -> open(given, connections, Optional.empty());
        };
    }

    private static Database open(DatabaseAt.Given at, int connections, Optional<EmbeddedDatabase> embedded)
            throws IOException {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config(at, connections));
            migrations(pool).load().migrate();
            return new Database(at, pool, embedded);
        } catch (IOException | HikariPool.PoolInitializationException | FlywayException failed) {
            if (pool != null) {
                pool.close();
            }
            embedded.ifPresent(EmbeddedDatabase::close);
            throw new IOException("the database at " + at.url() + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    private static FluentConfiguration migrations(DataSource rows) {
        return Flyway.configure().dataSource(rows).locations("classpath:banyan/server/migration");
    }

    /** Brings it to this migration and not beyond, for rows that were written under that one. */
    public static void migrateTo(DatabaseAt.Given at, String version) throws IOException {
        try (HikariDataSource pool = new HikariDataSource(config(at, 1))) {
            migrations(pool).target(version).load().migrate();
        } catch (HikariPool.PoolInitializationException | FlywayException failed) {
            throw new IOException("the database at " + at.url() + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    private static HikariConfig config(DatabaseAt.Given at, int connections) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("centre");
        config.setJdbcUrl(at.url());
        config.setUsername(at.user());
        config.setPassword(Files.readString(at.passwordFile()).strip());
        config.setMaximumPoolSize(TWICE * connections + BESIDES);
        config.setMinimumIdle(BESIDES);
        config.setConnectionTimeout(CONNECTION.toMillis());
        config.addDataSourceProperty("ApplicationName", "banyan-centre");
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT.toMillis());
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(STATEMENT.plusSeconds(10).toSeconds()));
        // The detail of a broken constraint names the values in it.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    /** Where it is, for another that wants to open the same one. */
    public DatabaseAt.Given at() {
        return at;
    }

    /** To its rows. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** How many of its connections are in use, and how many wait for one. */
    public Pool pool() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        return new Pool(bean.getActiveConnections(), bean.getIdleConnections(), bean.getThreadsAwaitingConnection());
    }

    /** How its pool of connections stands. */
    public record Pool(int active, int idle, int waiting) {}

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
