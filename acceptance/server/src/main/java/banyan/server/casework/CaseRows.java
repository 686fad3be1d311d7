package banyan.server.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of cases and of what was done to them. */
public final class CaseRows {
    private CaseRows() {}

    /** The case of this number, which nobody else changes until the transaction ends. */
    public static Optional<CaseRow> locked(Handle handle, String number) {
        return one(handle, number, " FOR UPDATE");
    }

    /** The case of this number. */
    public static Optional<CaseRow> of(Handle handle, String number) {
        return one(handle, number, "");
    }

    /** The case of this submission. */
    public static Optional<CaseRow> of(Handle handle, String terminal, UUID id) {
        return handle.createQuery("SELECT " + CaseRow.COLUMNS + " FROM case_file WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", id)
                .map((row, _) -> CaseRow.of(row))
                .findOne();
    }

    /**
     * Until when the rules may decide this case; empty where it has none, and once anything had happened to it when this row was read: whoever tells of
     * a row tells of one moment.
     */
    public static Optional<Instant> rulesUntil(Handle handle, CaseRow row) {
        if (row.version() > 1) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        SELECT rules_until FROM case_file WHERE terminal = :terminal AND id = :id AND rules_until IS NOT NULL
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> found.getTimestamp(1).toInstant())
                .findOne();
    }

    private static Optional<CaseRow> one(Handle handle, String number, String lock) {
        return handle.createQuery("SELECT " + CaseRow.COLUMNS + " FROM case_file WHERE number = :number" + lock)
                .bind("number", number)
                .map((row, _) -> CaseRow.of(row))
                .findOne();
    }

    /** The cases of one citizen, the newest first. */
    static List<CaseRow> ofCitizen(Handle handle, byte[] citizen, int most) {
        return handle.createQuery("SELECT " + CaseRow.COLUMNS
                        + " FROM case_file WHERE citizen = :citizen ORDER BY received_at DESC LIMIT :most")
                .bind("citizen", citizen)
                .bind("most", most)
                .map((row, _) -> CaseRow.of(row))
                .list();
    }

    /** Whether this is the hash of its citizen. */
    static boolean isOf(Handle handle, CaseRow row, byte[] citizen) {
        return handle.createQuery("SELECT citizen = :citizen FROM case_file WHERE terminal = :terminal AND id = :id")
                .bind("citizen", citizen)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> found.getBoolean(1))
                .findOne()
                .orElse(false);
    }

    /** Writes what a deed made of it, and the deed. */
    static void write(Handle handle, CaseRow row, CaseEvent event) {
        handle.createUpdate("""
                        UPDATE case_file SET state = :state, open = :open, version = :version, clerk = :clerk, days_left = :left,
                            counted_from = :from, due = :due, stopped_at = :stopped
                        WHERE terminal = :terminal AND id = :id
                        """)
                .bind("state", row.state().name())
                .bind("open", row.state().open())
                .bind("version", row.version())
                .bind("clerk", row.clerk().orElse(null))
                .bind("left", row.clock().left().orElse(null))
                .bind("from", row.clock().from())
                .bind("due", row.clock().due().orElse(null))
                .bind("stopped", row.clock().stopped().orElse(null))
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .execute();
        handle.createUpdate("""
                        INSERT INTO case_event (terminal, id, seq, deed, state, by_whom, at, code, words)
                        VALUES (:terminal, :id, :seq, :deed, :state, :by, :at, :code, :words)
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("seq", row.version())
                .bind("deed", event.deed())
                .bind("state", row.state().name())
                .bind("by", event.by())
                .bind("at", event.at())
                .bind("code", event.code().orElse(null))
                .bind("words", event.words().orElse(null))
                .execute();
    }

    /** What was done to it behind this event, in order; behind 0 everything. */
    public static List<CaseEvent> events(Handle handle, CaseRow row, int behind) {
        return handle.createQuery("""
                        SELECT seq, deed, state, by_whom, at, code, words FROM case_event
                        WHERE terminal = :terminal AND id = :id AND seq > :behind ORDER BY seq
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("behind", behind)
                .map((found, _) -> new CaseEvent(
                        found.getInt("seq"),
                        found.getString("deed"),
                        CaseState.valueOf(found.getString("state")),
                        found.getString("by_whom"),
                        found.getTimestamp("at").toInstant(),
                        Optional.ofNullable(found.getString("code")),
                        Optional.ofNullable(found.getString("words"))))
                .list();
    }

    /** When it came to this state last. */
    static Optional<Instant> since(List<CaseEvent> events, CaseState state) {
        return events.reversed().stream()
                .filter(event -> event.state() == state)
                .map(CaseEvent::at)
                .findFirst();
    }
}
