package banyan.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/** The centre's rows: a migrated PostgreSQL behind a pool of connections in which no statement runs for ever. */
public final class Database implements AutoCloseable {
    private static final Duration STATEMENT = Duration.ofSeconds(10);
    private static final Duration CONNECTION = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Optional<EmbeddedDatabase> embedded;

    private Database(HikariDataSource pool, Optional<EmbeddedDatabase> embedded) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.embedded = embedded;
    }

    /** Opens and migrates it. An {@link IOException} says in its message what is wrong with the place. */
    public static Database open(DatabaseAt at, int connections) throws IOException {
        return switch (at) {
            case DatabaseAt.Embedded place -> {
                EmbeddedDatabase started = EmbeddedDatabase.start(place);
                yield open(started.url(), started.user(), started.password(), connections, Optional.of(started));
            }
            case DatabaseAt.Given(var url, var user, var passwordFile) ->
                open(url, user, Files.readString(passwordFile).strip(), connections, Optional.empty());
        };
    }

    private static Database open(
            String url, String user, String password, int connections, Optional<EmbeddedDatabase> embedded)
            throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("centre");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(CONNECTION.toMillis());
        config.addDataSourceProperty("ApplicationName", "banyan-centre");
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT.toMillis());
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(STATEMENT.plusSeconds(10).toSeconds()));
        // The detail of a broken constraint names the values in it.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:banyan/server/migration")
                    .load()
                    .migrate();
            return new Database(pool, embedded);
        } catch (HikariPool.PoolInitializationException | FlywayException failed) {
            if (pool != null) {
                pool.close();
            }
            embedded.ifPresent(EmbeddedDatabase::close);
            throw new IOException("the database at " + url + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /** To its rows. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
