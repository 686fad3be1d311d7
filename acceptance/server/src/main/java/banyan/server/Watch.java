package banyan.server;

import banyan.acceptance.Paper;
import banyan.server.register.ProviderState;
import banyan.server.register.ProviderState.Circuit;
import banyan.server.register.Providers;
import banyan.server.store.Database;
import banyan.server.store.PaperStore;
import banyan.server.watch.Figures;
import banyan.server.watch.Readiness;
import banyan.server.watch.WatchDoor;
import banyan.server.wire.Crowd;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Figures and health of one centre. */
final class Watch implements AutoCloseable {
    private final Figures figures;
    private final Optional<WatchDoor> door;
    private volatile boolean ending;

    private Watch(CentreSettings settings, Figures figures, Readiness readiness) throws IOException {
        this.figures = figures;
        OptionalInt port = settings.engine().watch();
        this.door = port.isPresent()
                ? Optional.of(new WatchDoor(port.getAsInt(), figures, readiness, () -> !ending))
                : Optional.empty();
    }

    /** Opens the door of figures where one is wanted. */
    static Watch over(CentreSettings settings, Database database, PaperStore papers, Supplier<List<Crowd>> crowds, Providers providers)
            throws IOException {
        Figures figures = new Figures();
        figures.crowds(List.of("requests", "papers", "pages", "staff"), crowds);
        figures.size("centre.pool.active", "Connections in use", () -> database.pool().active());
        figures.size("centre.pool.idle", "Connections that nobody uses", () -> database.pool().idle());
        figures.size("centre.pool.waiting", "Who waits for a connection", () -> database.pool().waiting());
        figures.size("centre.outbox.age.seconds", "Age of about the oldest row of the outbox", () -> outboxAge(settings, database));
        for (ProviderState one : providers.states()) {
            Supplier<ProviderState> now = () -> providers.states().stream()
                    .filter(state -> state.name().equals(one.name()))
                    .findFirst()
                    .orElse(one);
            figures.sizeOf("centre.provider.open", "provider", one.name(), () -> now.get().circuit() == Circuit.OPEN ? 1 : 0);
            figures.sizeOf("centre.provider.under.way", "provider", one.name(), () -> now.get().underWay());
            figures.sizeOf("centre.provider.failed", "provider", one.name(), () -> now.get().failed());
            figures.sizeOf("centre.provider.turned.away", "provider", one.name(), () -> now.get().turnedAway());
        }
        Readiness readiness = new Readiness()
                .with("database", () -> answers(database))
                .with("papers", () -> papers.answers() && papers.hasRoom(Paper.MAX_BYTES));
        return new Watch(settings, figures, readiness);
    }

    private static boolean answers(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
    }

    /** Of the rows that stand first in the table, which are those written first as long as nobody deletes any; a whole look costs much. */
    private static double outboxAge(CentreSettings settings, Database database) {
        Optional<Instant> oldest = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT min(at) AS at FROM (SELECT at FROM outbox LIMIT 100) AS first")
                        .map((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(java.sql.Timestamp::toInstant))
                        .one());
        return oldest.map(at -> Duration.between(at, settings.clock().instant()).toSeconds())
                .orElse(0L);
    }

    Figures figures() {
        return figures;
    }

    OptionalInt port() {
        return door.map(open -> OptionalInt.of(open.port())).orElse(OptionalInt.empty());
    }

    /** From now on the centre is not ready. */
    void ending() {
        ending = true;
    }

    @Override
    public void close() {
        door.ifPresent(WatchDoor::close);
        figures.close();
    }
}
