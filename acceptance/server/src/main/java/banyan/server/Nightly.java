package banyan.server;

import banyan.server.retention.Sweep;
import banyan.server.staff.Audit;
import banyan.server.store.PaperStore;
import banyan.server.watch.Figures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has retention done each night, at one of the centres over a database. */
final class Nightly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final LocalTime WHEN = LocalTime.of(3, 30);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("nightly").factory());
    private final Foundation on;
    private final Figures figures;

    Nightly(Foundation on, Figures figures) {
        this.on = on;
        this.figures = figures;
        next();
    }

    private void next() {
        var unused = thread.schedule(this::night, until(on.clock().instant(), on.zone()).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How long it is until the next night. */
    static Duration until(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime tonight = here.with(WHEN);
        return Duration.between(here, tonight.isAfter(here) ? tonight : tonight.plusDays(1));
    }

    private void night() {
        try {
            sweep();
        } catch (IOException | JdbiException | PaperStore.Away away) {
            // What is left goes another night.
            LOG.error("RETENTION-BROKEN kind={}", away.getClass().getSimpleName());
        } finally {
            next();
        }
    }

    /** Does it now, unless another centre over this database is at it. */
    void sweep() throws IOException {
        on.jdbi().<IOException>useHandle(lock -> {
            if (!locked(lock, "pg_try_advisory_lock")) {
                return;
            }
            try {
                Sweep sweep = new Sweep(on.jdbi(), on.paperStore(), on.audit(), on.clock());
                sweep.run(on.settings().engine().rules(), Audit.NOBODY)
                        .forEach(swept -> figures.done("centre.retention.removed", swept.name(), swept.count()));
            } finally {
                locked(lock, "pg_advisory_unlock");
            }
        });
    }

    private static boolean locked(org.jdbi.v3.core.Handle handle, String how) {
        return handle.createQuery("SELECT " + how + "(hashtextextended('retention', 0))")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
