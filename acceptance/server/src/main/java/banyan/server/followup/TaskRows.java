package banyan.server.followup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tasks as the database holds them, each beside what the citizen said. */
final class TaskRows {
    private static final String ALL = """
            SELECT f.*, e.level, coalesce(e.reasons, array_remove(ARRAY[t.step, t.fault_code], NULL)) AS said,
                coalesce(e.phone, t.phone) AS phone
            FROM follow_up f
            LEFT JOIN evaluation e ON e.case_id = CASE WHEN f.kind = 'RATING' THEN f.subject::uuid END
            LEFT JOIN trouble t ON f.kind = 'TROUBLE' AND t.terminal = f.terminal AND t.trace = f.subject
            """;

    private final ZoneId zone;

    TaskRows(ZoneId zone) {
        this.zone = zone;
    }

    /** Which task. */
    record Name(String terminal, FollowUps.Kind kind, String subject) {}

    /** Those that are not closed, the first to be due first. */
    List<Task> open(Handle handle, int most, Instant now) {
        return handle.createQuery(ALL + "WHERE f.closed_at IS NULL ORDER BY f.due, f.opened_at, f.terminal, f.subject LIMIT :most")
                .bind("most", most)
                .map((row, _) -> task(row, now))
                .list();
    }

    /** Those that were closed last. */
    List<Task> closed(Handle handle, int most, Instant now) {
        return handle.createQuery(ALL + "WHERE f.closed_at IS NOT NULL ORDER BY f.closed_at DESC, f.terminal, f.subject LIMIT :most")
                .bind("most", most)
                .map((row, _) -> task(row, now))
                .list();
    }

    Optional<Task> one(Handle handle, Name name, Instant now) {
        return handle.createQuery(ALL + "WHERE f.terminal = :terminal AND f.kind = :kind AND f.subject = :subject FOR UPDATE OF f")
                .bind("terminal", name.terminal())
                .bind("kind", name.kind().name())
                .bind("subject", name.subject())
                .map((row, _) -> task(row, now))
                .findOne();
    }

    Optional<String> phone(Handle handle, Name name) {
        return handle.createQuery(ALL + "WHERE f.terminal = :terminal AND f.kind = :kind AND f.subject = :subject")
                .bind("terminal", name.terminal())
                .bind("kind", name.kind().name())
                .bind("subject", name.subject())
                .map((row, _) -> Optional.ofNullable(row.getString("phone")))
                .findOne()
                .flatMap(phone -> phone);
    }

    static void hold(Handle handle, Name name, String staff, Instant now) {
        handle.createUpdate("""
                        UPDATE follow_up SET held_by = :staff, held_at = :now
                        WHERE terminal = :terminal AND kind = :kind AND subject = :subject
                        """)
                .bind("terminal", name.terminal())
                .bind("kind", name.kind().name())
                .bind("subject", name.subject())
                .bind("staff", staff)
                .bind("now", now)
                .execute();
    }

    static void close(Handle handle, Name name, Task.Closing closing) {
        handle.createUpdate("""
                        UPDATE follow_up SET closed_by = :by, closed_at = :at, call = :call, rectified = :rectified, words = :words
                        WHERE terminal = :terminal AND kind = :kind AND subject = :subject
                        """)
                .bind("terminal", name.terminal())
                .bind("kind", name.kind().name())
                .bind("subject", name.subject())
                .bind("by", closing.by())
                .bind("at", closing.at())
                .bind("call", closing.call().name())
                .bind("rectified", closing.rectified())
                .bind("words", closing.words())
                .execute();
    }

    private Task task(ResultSet row, Instant now) throws SQLException {
        LocalDate due = row.getObject("due", LocalDate.class);
        Optional<Task.Closing> closing = closing(row);
        LocalDate until = LocalDate.ofInstant(closing.map(Task.Closing::at).orElse(now), zone);
        int level = row.getInt("level");
        return new Task(
                row.getString("terminal"),
                FollowUps.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Optional.ofNullable(row.getString("item")),
                row.getString("owner"),
                row.getTimestamp("opened_at").toInstant(),
                due,
                until.isAfter(due),
                level == 0 ? Optional.empty() : Optional.of(level),
                texts(row.getArray("said")),
                row.getString("phone") != null,
                Optional.ofNullable(row.getString("held_by")),
                closing);
    }

    private static Optional<Task.Closing> closing(ResultSet row) throws SQLException {
        return row.getTimestamp("closed_at") == null
                ? Optional.empty()
                : Optional.of(new Task.Closing(
                        Task.Call.valueOf(row.getString("call")),
                        row.getString("rectified"),
                        row.getString("words"),
                        row.getString("closed_by"),
                        row.getTimestamp("closed_at").toInstant()));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
