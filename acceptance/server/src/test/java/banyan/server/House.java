package banyan.server;

import banyan.acceptance.KeyFiles;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.DatabaseAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** One database, one centre and one terminal for all tests of the module; started by whoever comes first. */
final class House {
    static final String TERMINAL = "0137";
    static final KeyPair TERMINAL_KEYS = KeyFiles.newPair();
    static final TestItems ITEMS = new TestItems();

    /** What the centre's clock shows; a Friday evening in Fuzhou. */
    static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-20T12:46:00Z"));

    static final InstantSource CLOCK = NOW::get;

    private static final Path PROGRAM = Path.of("target", "postgres-program");
    private static final House HOUSE = start();

    private final Database database;
    private final Centre centre;
    private final Path folder;

    private House(Database database, Centre centre, Path folder) {
        this.database = database;
        this.centre = centre;
        this.folder = folder;
    }

    static Centre centre() {
        return HOUSE.centre;
    }

    static Database database() {
        return HOUSE.database;
    }

    static TerminalAtTest terminal() {
        return new TerminalAtTest(centre(), TERMINAL, TERMINAL_KEYS, CLOCK);
    }

    /** Another terminal, known to the centre. */
    static TerminalAtTest introduced(String number) {
        try {
            KeyPair keys = KeyFiles.newPair();
            centre().introduce(number, keys.getPublic());
            return new TerminalAtTest(centre(), number, keys, CLOCK);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The secret of the house's centre. */
    static CentreSecret secret() {
        try {
            return CentreSecret.in(HOUSE.folder.resolve("keys"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Settings of the house's centre, for what is done beside it. */
    static CentreSettings besideTheCentre() {
        return CentreSettings.in(HOUSE.folder).withDatabase(database().at()).withClock(CLOCK);
    }

    /** Settings of another centre over the same database, in a folder of its own. */
    static CentreSettings settings(Path folder) {
        return settings(folder, database().at());
    }

    /** Of one over any database. */
    static CentreSettings settings(Path folder, DatabaseAt at) {
        return CentreSettings.in(folder)
                .withDatabase(at)
                .withClock(CLOCK)
                .withPaperReserve(0)
                .withLimits(2, 8, Duration.ofSeconds(5));
    }

    /** An empty database beside the others, in the same PostgreSQL. */
    static DatabaseAt.Given emptyDatabase(String name) {
        DatabaseAt.Given at = database().at();
        database().jdbi().useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return new DatabaseAt.Given(at.url().replaceFirst("/[a-z]+$", "/" + name), at.user(), at.passwordFile());
    }

    static DatabaseAt.Embedded ownDatabase(Path folder) {
        return new DatabaseAt.Embedded(folder, PROGRAM);
    }

    private static House start() {
        try {
            Path folder = Path.of("target", "centre-" + UUID.randomUUID());
            Files.createDirectories(folder);
            Files.write(folder.resolve("halls.json"), TestHalls.PLAN);
            Files.write(folder.resolve("places.json"), TestPlaces.PLACES);
            Database database = Database.open(ownDatabase(folder.resolve("postgres")), 2);
            Centre centre = Centre.start(
                    CentreSettings.in(folder)
                            .withDatabase(database.at())
                            .withClock(CLOCK)
                            .withAddress(URI.create("http://localhost"))
                            .withPaperReserve(0)
                            .withLimits(8, 32, Duration.ofSeconds(20)),
                    ITEMS);
            centre.introduce(TERMINAL, TERMINAL_KEYS.getPublic());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                centre.close();
                database.close();
                delete(folder);
            }));
            return new House(database, centre, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
