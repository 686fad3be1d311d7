package banyan.server;

import banyan.server.clerk.Clerks;
import banyan.server.store.DatabaseAt;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything a centre needs to know before it starts. {@link #in} gives the usual for a folder; the rest are small changes to it.
 *
 * @param host on which it listens; {@code 127.0.0.1} unless somebody decides otherwise
 * @param port on which it listens; 0 for any that is free
 * @param keys folder of {@code centre.key}, {@code centre.pub}, {@code centre.secret} and {@code terminals/NUMBER.pub}
 * @param papers folder of the papers
 * @param database where the rows are
 * @param area digits of the administrative area, which begin every acceptance number
 * @param zone in which a day begins and ends
 * @param clock the centre's time
 * @param connections to the database, and so many requests that use it run at once
 * @param uploads papers that may be under way at once
 * @param patience how long a request waits for its turn before it is sent away with 503
 * @param paperReserve bytes that stay free on the papers' disk
 * @param recentCases whether {@code GET /} lists the latest cases to a browser on this machine
 * @param clerks who takes care of what is not taken as it is
 * @param engine how its machinery is set
 * @param address under which browsers open the staff's pages; passkeys are for this name, and are not offered where there is none
 */
public record CentreSettings(
        String host,
        int port,
        Path keys,
        Path papers,
        DatabaseAt database,
        String area,
        ZoneId zone,
        InstantSource clock,
        int connections,
        int uploads,
        Duration patience,
        long paperReserve,
        boolean recentCases,
        Clerks clerks,
        Engine engine,
        Optional<URI> address) {
    private static final long MEGABYTE = 1_000_000;

    /** A centre that keeps all it has in this folder, with a PostgreSQL of its own. */
    public static CentreSettings in(Path folder) {
        return new CentreSettings(
                "127.0.0.1",
                0,
                folder.resolve("keys"),
                folder.resolve("papers"),
                new DatabaseAt.Embedded(folder.resolve("postgres"), folder.resolve("postgres-program")),
                "3501",
                ZoneId.of("Asia/Shanghai"),
                InstantSource.system(),
                8,
                32,
                Duration.ofSeconds(2),
                200 * MEGABYTE,
                true,
                Clerks.NOBODY_NAMED,
                Engine.USUAL,
                Optional.empty());
    }

    /** Folder of the signed releases: beside the papers, and backed up with them. */
    public Path releases() {
        return papers.resolveSibling("releases");
    }

    /** What the halls offer: beside the papers; a centre without it offers nothing. */
    public Path halls() {
        return papers.resolveSibling("halls.json");
    }

    /** Where terminals stand: beside the papers; a centre without it knows of none. */
    public Path places() {
        return papers.resolveSibling("places.json");
    }

    /** What citizens are told by message: beside the papers; a centre without it sends nothing. */
    public Path notices() {
        return papers.resolveSibling("notices.json");
    }

    /** Which cases go to the city's own platform: beside the papers; a centre without it keeps its cases to itself. */
    public Path city() {
        return papers.resolveSibling("city.json");
    }

    public CentreSettings withHost(String other) {
        return changed(next -> next.host = other);
    }

    public CentreSettings withPort(int other) {
        return changed(next -> next.port = other);
    }

    public CentreSettings withKeys(Path other) {
        return changed(next -> next.keys = other);
    }

    public CentreSettings withPapers(Path other) {
        return changed(next -> next.papers = other);
    }

    public CentreSettings withDatabase(DatabaseAt other) {
        return changed(next -> next.database = other);
    }

    public CentreSettings withArea(String other) {
        return changed(next -> next.area = other);
    }

    public CentreSettings withZone(ZoneId other) {
        return changed(next -> next.zone = other);
    }

    /** A clock that somebody moves, for journeys and tests. */
    public CentreSettings withClock(InstantSource other) {
        return changed(next -> next.clock = other);
    }

    public CentreSettings withLimits(int otherConnections, int otherUploads, Duration otherPatience) {
        return changed(next -> {
            next.connections = otherConnections;
            next.uploads = otherUploads;
            next.patience = otherPatience;
        });
    }

    public CentreSettings withPaperReserve(long other) {
        return changed(next -> next.paperReserve = other);
    }

    public CentreSettings withRecentCases(boolean other) {
        return changed(next -> next.recentCases = other);
    }

    public CentreSettings withClerks(Clerks other) {
        return changed(next -> next.clerks = other);
    }

    public CentreSettings withEngine(Engine other) {
        return changed(next -> next.engine = other);
    }

    public CentreSettings withAddress(URI other) {
        return changed(next -> next.address = Optional.of(other));
    }

    private CentreSettings changed(Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return next.settings();
    }

    /** The settings while one of them is being changed. */
    private static final class Next {
        private String host;
        private int port;
        private Path keys;
        private Path papers;
        private DatabaseAt database;
        private String area;
        private ZoneId zone;
        private InstantSource clock;
        private int connections;
        private int uploads;
        private Duration patience;
        private long paperReserve;
        private boolean recentCases;
        private Clerks clerks;
        private Engine engine;
        private Optional<URI> address;

        Next(CentreSettings now) {
            host = now.host;
            port = now.port;
            keys = now.keys;
            papers = now.papers;
            database = now.database;
            area = now.area;
            zone = now.zone;
            clock = now.clock;
            connections = now.connections;
            uploads = now.uploads;
            patience = now.patience;
            paperReserve = now.paperReserve;
            recentCases = now.recentCases;
            clerks = now.clerks;
            engine = now.engine;
            address = now.address;
        }

        CentreSettings settings() {
            return new CentreSettings(
                    host,
                    port,
                    keys,
                    papers,
                    database,
                    area,
                    zone,
                    clock,
                    connections,
                    uploads,
                    patience,
                    paperReserve,
                    recentCases,
                    clerks,
                    engine,
                    address);
        }
    }
}
