package banyan.server.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What others are to be told: written in the same transaction as what it tells, read and passed on at least once. */
public final class Outbox {
    private Outbox() {}

    /** Adds one. Kind and subject are codes and names, never a citizen's data. */
    public static void add(Handle handle, String terminal, String kind, String subject, Instant at) {
        handle.createUpdate("INSERT INTO outbox (terminal, kind, subject, at) VALUES (:terminal, :kind, :subject, :at)")
                .bind("terminal", terminal)
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("at", at)
                .execute();
    }
}
