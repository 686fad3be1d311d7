package banyan.cache;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** How many rows of 2 KB a database takes in a second, each with a commit of its own, on eight connections: what no centre can exceed alone. */
final class BareInserts {
    private static final int CONNECTIONS = 8;
    private static final Duration TIME = Duration.ofSeconds(5);

    private BareInserts() {}

    static double perSecond(Jdbi rows) {
        rows.useHandle(handle -> handle.execute("CREATE TABLE bare (id uuid PRIMARY KEY, body bytea NOT NULL)"));
        byte[] body = new byte[2_000];
        AtomicInteger done = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.execute(() -> rows.useHandle(handle -> {
                    while (System.nanoTime() - began < TIME.toNanos()) {
                        handle.createUpdate("INSERT INTO bare (id, body) VALUES (:id, :body)")
                                .bind("id", UUID.randomUUID())
                                .bind("body", body)
                                .execute();
                        done.incrementAndGet();
                    }
                }));
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - began);
    }
}
