package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.server.wire.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was asked of a citizen; of one case at most one ask is not over. */
final class Asks {
    private Asks() {}

    static void write(Handle handle, CaseRow row, CaseStand.Asked asked) {
        handle.createUpdate("""
                        INSERT INTO supplement_asked (terminal, id, ask, body, asked_at, days, until)
                        VALUES (:terminal, :id, :ask, :body, :at, :days, :until)
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("ask", asked.ask())
                .bind("body", Json.write(asked))
                .bind("at", asked.at())
                .bind("days", asked.workingDays())
                .bind("until", asked.until().orElse(null))
                .execute();
    }

    static void close(Handle handle, CaseRow row) {
        handle.createUpdate("UPDATE supplement_asked SET over = true WHERE terminal = :terminal AND id = :id AND NOT over")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .execute();
    }

    static void reminded(Handle handle, CaseRow row, Instant now) {
        handle.createUpdate(
                        "UPDATE supplement_asked SET reminded_at = :at WHERE terminal = :terminal AND id = :id AND NOT over")
                .bind("at", now)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .execute();
    }

    /** What is asked for now. */
    static Optional<CaseStand.Asked> open(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT body FROM supplement_asked WHERE terminal = :terminal AND id = :id AND NOT over")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> own(found.getBytes("body")))
                .findOne();
    }

    /** Whether the citizen was not yet reminded of this one, and it is still open. */
    static boolean unreminded(Handle handle, CaseRow row, UUID ask) {
        return handle.createQuery("""
                        SELECT 1 FROM supplement_asked
                        WHERE terminal = :terminal AND id = :id AND ask = :ask AND NOT over AND reminded_at IS NULL
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("ask", ask)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** How often something was asked in this case. */
    static int count(Handle handle, CaseRow row) {
        return handle.createQuery("SELECT count(*) FROM supplement_asked WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .mapTo(Integer.class)
                .one();
    }

    private static CaseStand.Asked own(byte[] body) {
        return Json.read(body, CaseStand.Asked.class)
                .orElseThrow(() -> new IllegalStateException("what was asked cannot be read any more"));
    }
}
